import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { applicationOf } from "../../store/admissions.read.ts";
import { deleteApplication } from "../../store/members.write.ts";
import { communityIdField } from "../fields.ts";
import { actingPerson, requirePerson, type NotFound, type SignInNeeded } from "../guards.ts";

type Refusal = NotFound | SignInNeeded;

/** An applicant changes their mind. Refuses with `not-found` when they do not wait. */
export const withdrawApplication = defineCommand({
  name: "communities/withdraw-application",
  input: z.object({ communityId: communityIdField }),
  chain: ({ communityId }) => communityId,
  authorise: (context): Promise<Refusal | undefined> => requirePerson(context),
  async run(context, { communityId }): Promise<Result<null, Refusal>> {
    const personId = actingPerson(context);
    if (personId === undefined || (await applicationOf(context.db, communityId, personId)) === undefined) {
      return refused({ kind: "not-found" });
    }
    await deleteApplication(context.db, { communityId, personId });
    context.emit({ name: "application-withdrawn", version: 1, payload: { communityId, personId } });
    return accepted(null);
  },
});
