import { z } from "zod";
import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { mostOrganisations, type OrganisationId } from "../../model/standing.ts";
import { organisationsOf } from "../../store/standing/organisations.read.ts";
import { insertOrganisation } from "../../store/standing/organisations.write.ts";
import { communityIdField } from "../fields.ts";
import { requireSteward, type OnlyStewards, type SignInNeeded } from "../guards.ts";
import { shortNameField } from "./standing-fields.ts";

/** The organisation is listed, or the list is full. */
interface NotListed extends AnyRefusal {
  readonly kind: "organisation-exists" | "too-many-organisations";
}

type Refusal = NotListed | OnlyStewards | SignInNeeded;

/** A host as it is written: `allmende.example`; an address is taken for its host. */
const hostField = z
  .string()
  .trim()
  .toLowerCase()
  .max(300)
  .default("")
  .transform((text, problem) => {
    if (text === "") return "";
    const host = URL.parse(/^https?:\/\//.test(text) ? text : `https://${text}`)?.hostname ?? "";
    if (host.includes(".")) return host;
    problem.addIssue("not-a-host");
    return z.NEVER;
  });

/** A steward adds an organisation to those that belong to the community. Refuses with `organisation-exists`, `too-many-organisations`. */
export const addOrganisation = defineCommand({
  name: "communities/add-organisation",
  input: z.object({ communityId: communityIdField, name: shortNameField, host: hostField }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(
    context,
    { communityId, name, host },
  ): Promise<Result<{ readonly organisationId: OrganisationId }, Refusal>> {
    const listed = await organisationsOf(context.db, communityId);
    if (listed.length >= mostOrganisations) return refused({ kind: "too-many-organisations" });
    const isListed = listed.some(
      (each) => each.name.toLowerCase() === name.toLowerCase() || (host !== "" && each.host === host),
    );
    if (isListed) return refused({ kind: "organisation-exists" });
    const organisationId = context.ids.next<"organisation">();
    await insertOrganisation(context.db, { id: organisationId, community_id: communityId, name, host });
    context.emit({ name: "organisation-added", version: 1, payload: { communityId, organisationId } });
    return accepted({ organisationId });
  },
});
