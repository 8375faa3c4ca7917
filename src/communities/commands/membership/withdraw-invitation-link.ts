import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { deleteInvitationLink } from "../../store/invitation-links.write.ts";
import { communityIdField } from "../fields.ts";
import { requireSteward, type NotFound, type OnlyStewards, type SignInNeeded } from "../guards.ts";

type Refusal = NotFound | OnlyStewards | SignInNeeded;

/** A steward makes an invitation link lead nowhere. Refuses with `not-found`. */
export const withdrawInvitationLink = defineCommand({
  name: "communities/withdraw-invitation-link",
  input: z.object({ communityId: communityIdField, linkId: z.uuid() }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(context, { communityId, linkId }): Promise<Result<null, Refusal>> {
    if (!(await deleteInvitationLink(context.db, communityId, linkId))) return refused({ kind: "not-found" });
    context.emit({ name: "invitation-link-withdrawn", version: 1, payload: { communityId, linkId } });
    return accepted(null);
  },
});
