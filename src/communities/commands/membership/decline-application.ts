import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { applicationOf } from "../../store/admissions.read.ts";
import { deleteApplication } from "../../store/members.write.ts";
import { communityIdField, personIdField, reasonField } from "../fields.ts";
import { requireSteward, type NotFound, type OnlyStewards, type SignInNeeded } from "../guards.ts";

type Refusal = NotFound | OnlyStewards | SignInNeeded;

/** A steward says no to somebody who asked to join, and why; the applicant is told. Refuses with `not-found` when nobody waits. */
export const declineApplication = defineCommand({
  name: "communities/decline-application",
  input: z.object({ communityId: communityIdField, personId: personIdField, reason: reasonField }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(context, { communityId, personId, reason }): Promise<Result<null, Refusal>> {
    if ((await applicationOf(context.db, communityId, personId)) === undefined) return refused({ kind: "not-found" });
    await deleteApplication(context.db, { communityId, personId });
    context.emit({ name: "application-declined", version: 1, payload: { communityId, personId, reason } });
    return accepted(null);
  },
});
