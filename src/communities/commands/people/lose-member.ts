import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { isLastSteward } from "../../model/membership.ts";
import type { CommunityId, PersonId } from "../../model/community.ts";
import { longestMember, roleOf, stewardsOf } from "../../store/members.read.ts";
import { deleteMember, updateRole } from "../../store/members.write.ts";
import { communityIdField, personIdField } from "../fields.ts";
import type { NotFound } from "../guards.ts";

/**
 * A member left the server for good, and with it the community. Of the last steward the care passes to whoever has been a member
 * longest, so that it is never without; the record says so. Run inside the command by which they leave; no edge offers it.
 */
export const loseMember = defineCommand({
  name: "communities/lose-member",
  input: z.object({ communityId: communityIdField, personId: personIdField }),
  chain: ({ communityId }) => communityId,
  authorise: async (): Promise<NotFound | undefined> => undefined,
  async run(context, { communityId, personId }): Promise<Result<null, NotFound>> {
    const role = await roleOf(context.db, communityId, personId);
    if (role === undefined) return refused({ kind: "not-found" });
    const stewards = await stewardsOf(context.db, communityId);
    await deleteMember(context.db, { communityId, personId });
    if (isLastSteward(role, stewards.length)) await passOn(context, communityId, personId);
    context.emit({ name: "member-left", version: 1, payload: { communityId, personId } });
    return accepted(null);
  },
});

async function passOn(context: CommandContext, communityId: CommunityId, from: PersonId): Promise<void> {
  const successor = await longestMember(context.db, communityId);
  if (successor === undefined) return;
  await updateRole(context.db, { communityId, personId: successor }, "steward");
  const payload = { communityId, personId: successor, reason: "", succeeds: from };
  context.emit({ name: "steward-appointed", version: 1, payload });
}
