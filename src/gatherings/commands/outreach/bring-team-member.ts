import { z } from "zod";
import { isBlocked } from "../../../communities/index.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { largestTeam, teamByToken, teamMembersOf } from "../../store/outreach/teams.read.ts";
import { insertTeamMember } from "../../store/outreach/teams.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { scheduleDeletion } from "../questions/deletion-job.ts";
import { gatheringOf, type StandingRefusal } from "../standing.ts";

export type BringTeamMemberRefusal =
  | StandingRefusal
  | { readonly kind: "team-link-revoked" }
  | { readonly kind: "team-full"; readonly most: number };

/**
 * Somebody puts their name down by the link that their instance has, without an account. Whoever has the link may; it can be taken back,
 * and holds for a limited number.
 */
export const bringTeamMember = defineCommand({
  name: "gatherings/bring-team-member",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    token: z.string().max(64),
    name: z.string().trim().min(1).max(80),
  }),
  chain: (input) => input.communityId,
  authorise: async () => undefined,
  async run(context, input): Promise<Result<{ readonly members: number }, BringTeamMemberRefusal>> {
    const gathering = await gatheringOf(context, input);
    const team = await teamByToken(context.db, input.token);
    if (gathering === undefined || team?.gatheringId !== gathering.id) return refused({ kind: "not-found" });
    const isShutOut = await isBlocked(context.db, input.communityId, { host: team.instance });
    if (team.isRevoked || isShutOut) return refused({ kind: "team-link-revoked" });
    const { targetId } = team;
    const members = await teamMembersOf(context.db, gathering.id, { targetId, limit: largestTeam });
    if (members.length >= largestTeam) return refused({ kind: "team-full", most: largestTeam });
    const id = context.ids.next<"team-member">();
    await insertTeamMember(context.db, { id, targetId, gatheringId: gathering.id, name: input.name, at: context.now });
    await scheduleDeletion(context, input);
    context.emit({ name: "team-member-brought", version: 1, payload: { gathering: gathering.id, target: targetId } });
    return accepted({ members: members.length + 1 });
  },
});
