import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { roleOf } from "../../store/members.read.ts";
import { deleteMember, insertMember, updateRole } from "../../store/members.write.ts";
import { carryStanding } from "../../store/standing/standing.write.ts";
import { communityIdField, personIdField } from "../fields.ts";
import type { NotFound } from "../guards.ts";

/**
 * Two turned out to be one person, who goes on with one membership and the greater trust of the two. Run inside the command that
 * joins them; no edge offers it. Refuses with `not-found` when `joined` is no member.
 */
export const carryMembership = defineCommand({
  name: "communities/carry-membership",
  input: z.object({ communityId: communityIdField, kept: personIdField, joined: personIdField }),
  chain: ({ communityId }) => communityId,
  authorise: async (): Promise<NotFound | undefined> => undefined,
  async run(context, { communityId, kept, joined }): Promise<Result<null, NotFound>> {
    const joinedRole = await roleOf(context.db, communityId, joined);
    if (joinedRole === undefined) return refused({ kind: "not-found" });
    const keptRole = await roleOf(context.db, communityId, kept);
    await carryStanding(context.db, communityId, joined, kept);
    await deleteMember(context.db, { communityId, personId: joined });
    const key = { communityId, personId: kept };
    if (keptRole === undefined) await insertMember(context.db, { ...key, role: joinedRole, joinedAt: context.now });
    else if (joinedRole === "steward") await updateRole(context.db, key, "steward");
    const role = joinedRole === "steward" ? joinedRole : (keptRole ?? joinedRole);
    context.emit({ name: "membership-carried", version: 1, payload: { communityId, kept, joined, role } });
    return accepted(null);
  },
});
