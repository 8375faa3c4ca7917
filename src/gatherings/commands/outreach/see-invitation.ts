import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { targetById } from "../../store/outreach/targets.read.ts";
import { writeSeen } from "../../store/outreach/targets.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { gatheringOf, mayTakePart, type StandingRefusal } from "../standing.ts";

/** Whoever was asked gave a sign that they saw it, such as a like. */
export const seeInvitation = defineCommand({
  name: "gatherings/see-invitation",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    targetId: z.string().max(64),
    uri: z.string().max(2000),
  }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(context, input): Promise<Result<{ readonly seen: true }, StandingRefusal>> {
    const gathering = await gatheringOf(context, input);
    const target = await targetById(context.db, input.targetId);
    if (gathering === undefined || target?.gatheringId !== gathering.id || target.contact?.uri !== input.uri)
      return refused({ kind: "not-found" });
    await writeSeen(context.db, target.id, context.now);
    context.emit({ name: "invitation-seen", version: 1, payload: { gathering: gathering.id, target: target.id } });
    return accepted({ seen: true });
  },
});
