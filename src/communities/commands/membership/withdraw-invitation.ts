import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { invitationOf } from "../../store/admissions.read.ts";
import { deleteInvitation } from "../../store/members.write.ts";
import { communityIdField, personIdField } from "../fields.ts";
import { requireSteward, type NotFound, type OnlyStewards, type SignInNeeded } from "../guards.ts";

type Refusal = NotFound | OnlyStewards | SignInNeeded;

/** A steward takes an unanswered invitation back. Refuses with `not-found`. */
export const withdrawInvitation = defineCommand({
  name: "communities/withdraw-invitation",
  input: z.object({ communityId: communityIdField, personId: personIdField }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(context, { communityId, personId }): Promise<Result<null, Refusal>> {
    const invitation = await invitationOf(context.db, communityId, personId);
    if (invitation === undefined || invitation.isDeclined) return refused({ kind: "not-found" });
    await deleteInvitation(context.db, { communityId, personId });
    context.emit({ name: "invitation-withdrawn", version: 1, payload: { communityId, personId } });
    return accepted(null);
  },
});
