import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { invitationOf } from "../../store/admissions.read.ts";
import { markInvitationDeclined } from "../../store/members.write.ts";
import { communityIdField } from "../fields.ts";
import { actingPerson, requirePerson, type NotFound, type SignInNeeded } from "../guards.ts";

type Refusal = NotFound | SignInNeeded;

/** The invited says no, and is not asked again. Refuses with `not-found` when there is no invitation to answer. */
export const declineInvitation = defineCommand({
  name: "communities/decline-invitation",
  input: z.object({ communityId: communityIdField }),
  chain: ({ communityId }) => communityId,
  authorise: (context): Promise<Refusal | undefined> => requirePerson(context),
  async run(context, { communityId }): Promise<Result<null, Refusal>> {
    const personId = actingPerson(context);
    const invitation = personId === undefined ? undefined : await invitationOf(context.db, communityId, personId);
    if (personId === undefined || invitation === undefined || invitation.isDeclined) {
      return refused({ kind: "not-found" });
    }
    await markInvitationDeclined(context.db, { communityId, personId }, context.now);
    context.emit({ name: "invitation-declined", version: 1, payload: { communityId, personId } });
    return accepted(null);
  },
});
