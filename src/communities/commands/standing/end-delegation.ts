import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { organisationsOf } from "../../store/standing/organisations.read.ts";
import { deleteDelegate } from "../../store/standing/organisations.write.ts";
import { communityIdField, personIdField } from "../fields.ts";
import { requireSteward, type NotFound, type OnlyStewards, type SignInNeeded } from "../guards.ts";

type Refusal = NotFound | OnlyStewards | SignInNeeded;

/** A steward writes down that somebody no longer speaks for an organisation. Refuses with `not-found`. */
export const endDelegation = defineCommand({
  name: "communities/end-delegation",
  input: z.object({
    communityId: communityIdField,
    organisationId: z.string().min(1).max(64),
    personId: personIdField,
  }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(context, { communityId, organisationId, personId }): Promise<Result<null, Refusal>> {
    const listed = await organisationsOf(context.db, communityId);
    const organisation = listed.find(({ id }) => id === organisationId);
    if (!organisation?.delegates.some((delegate) => delegate.personId === personId))
      return refused({ kind: "not-found" });
    await deleteDelegate(context.db, { communityId, personId });
    context.emit({ name: "delegation-ended", version: 1, payload: { communityId, organisationId, personId } });
    return accepted(null);
  },
});
