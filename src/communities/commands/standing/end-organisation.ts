import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { organisationsOf } from "../../store/standing/organisations.read.ts";
import { deleteOrganisation } from "../../store/standing/organisations.write.ts";
import { communityIdField } from "../fields.ts";
import { requireSteward, type NotFound, type OnlyStewards, type SignInNeeded } from "../guards.ts";

type Refusal = NotFound | OnlyStewards | SignInNeeded;

/** A steward takes an organisation off the list. Proposals that are open keep the voice it had when they opened. Refuses with `not-found`. */
export const endOrganisation = defineCommand({
  name: "communities/end-organisation",
  input: z.object({ communityId: communityIdField, organisationId: z.string().min(1).max(64) }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(context, { communityId, organisationId }): Promise<Result<null, Refusal>> {
    const listed = await organisationsOf(context.db, communityId);
    if (!listed.some(({ id }) => id === organisationId)) return refused({ kind: "not-found" });
    await deleteOrganisation(context.db, organisationId);
    context.emit({ name: "organisation-ended", version: 1, payload: { communityId, organisationId } });
    return accepted(null);
  },
});
