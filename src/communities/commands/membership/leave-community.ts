import { z } from "zod";
import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import type { CommunityId, PersonId } from "../../model/community.ts";
import { isLastSteward } from "../../model/membership.ts";
import { isMember, roleOf, stewardsOf } from "../../store/members.read.ts";
import { deleteMember, updateRole } from "../../store/members.write.ts";
import { communityIdField, personIdField } from "../fields.ts";
import { actingPerson, requireMember, type NotAMember, type SignInNeeded } from "../guards.ts";

/** The last steward names a member to succeed them; a community is never left without. */
export interface SuccessorNeeded extends AnyRefusal {
  readonly kind: "successor-needed" | "successor-is-no-member";
  readonly field: "successorId";
}

type Refusal = NotAMember | SignInNeeded | SuccessorNeeded;

/**
 * A member leaves. The last steward can only leave by naming a member who becomes steward.
 *
 * Refuses with `successor-needed`, `successor-is-no-member`, `not-a-member`.
 */
export const leaveCommunity = defineCommand({
  name: "communities/leave-community",
  input: z.object({ communityId: communityIdField, successorId: personIdField.optional() }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireMember(context, input),
  async run(context, { communityId, successorId }): Promise<Result<null, Refusal>> {
    const personId = actingPerson(context);
    if (personId === undefined) return refused({ kind: "sign-in-needed" });
    const role = await roleOf(context.db, communityId, personId);
    const stewards = await stewardsOf(context.db, communityId);
    if (role !== undefined && isLastSteward(role, stewards.length)) {
      const refusal = await handOver(context, communityId, personId, successorId);
      if (refusal !== undefined) return refused(refusal);
    }
    await deleteMember(context.db, { communityId, personId });
    context.emit({ name: "member-left", version: 1, payload: { communityId, personId } });
    return accepted(null);
  },
});

async function handOver(
  context: CommandContext,
  communityId: CommunityId,
  from: PersonId,
  to: PersonId | undefined,
): Promise<SuccessorNeeded | undefined> {
  if (to === undefined) return { kind: "successor-needed", field: "successorId" };
  if (to === from || !(await isMember(context.db, communityId, to))) {
    return { kind: "successor-is-no-member", field: "successorId" };
  }
  await updateRole(context.db, { communityId, personId: to }, "steward");
  const payload = { communityId, personId: to, reason: "", succeeds: from };
  context.emit({ name: "steward-appointed", version: 1, payload });
  return undefined;
}
