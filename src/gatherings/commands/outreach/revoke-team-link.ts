import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { targetById } from "../../store/outreach/targets.read.ts";
import { writeTeamRevoked } from "../../store/outreach/teams.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { mayOrganise, type StandingRefusal } from "../standing.ts";

/** Takes the link of an instance for its team back; who has put their name down stays on the list. */
export const revokeTeamLink = defineCommand({
  name: "gatherings/revoke-team-link",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput, targetId: z.string().max(64) }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, { gatheringId, targetId }): Promise<Result<{ readonly revoked: true }, StandingRefusal>> {
    const target = await targetById(context.db, targetId);
    if (target?.gatheringId !== gatheringId) return refused({ kind: "not-found" });
    await writeTeamRevoked(context.db, targetId, context.now);
    context.emit({ name: "team-link-revoked", version: 1, payload: { gathering: gatheringId, target: targetId } });
    return accepted({ revoked: true });
  },
});
