import { z } from "zod";
import { isSteward } from "../../../communities/index.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { mostTemplates, templateOf } from "../../model/lifecycle/template.ts";
import { lifeOf } from "../../store/lifecycle/lives.read.ts";
import { templatesOf } from "../../store/lifecycle/templates.read.ts";
import { insertTemplate } from "../../store/lifecycle/templates.write.ts";
import { communityInput, idInput, textInput } from "../inputs.ts";
import { actingPerson, proposalOf, type StandingRefusal } from "../standing.ts";

type OnlyStewards = StandingRefusal | { readonly kind: "only-stewards" };

type Refusal =
  | OnlyStewards
  | { readonly kind: "template-name-taken"; readonly field: "name" }
  | { readonly kind: "too-many-templates"; readonly most: number };

/** Templates are a community's: its stewards keep and remove them. */
export async function mustBeSteward(
  context: CommandContext,
  about: { readonly communityId: string },
): Promise<OnlyStewards | undefined> {
  const person = actingPerson(context);
  if (person === undefined) return { kind: "sign-in-needed" };
  return (await isSteward(context.db, about.communityId, person)) ? undefined : { kind: "only-stewards" };
}

/**
 * Keeps how a proposal was asked and decided as a template of its community, under a name, with a text to begin with.
 *
 * Refuses `only-stewards`, `not-found`, `template-name-taken` and `too-many-templates`.
 */
export const keepTemplate = defineCommand({
  name: "decisions/keep-template",
  input: z.object({
    communityId: communityInput,
    proposalId: idInput,
    name: z.string().trim().min(1).max(80),
    text: textInput.or(z.literal("")).default(""),
  }),
  chain: (input) => input.communityId,
  authorise: mustBeSteward,
  async run(context, input): Promise<Result<{ readonly templateId: string }, Refusal>> {
    const { communityId, name } = input;
    const proposal = await proposalOf(context, input);
    const personId = actingPerson(context);
    if (proposal === undefined || personId === undefined) return refused({ kind: "not-found" });
    const known = await templatesOf(context.db, communityId);
    const folded = name.normalize("NFC").toLowerCase();
    if (known.some((one) => one.name.normalize("NFC").toLowerCase() === folded)) {
      return refused({ kind: "template-name-taken", field: "name" });
    }
    if (known.length >= mostTemplates) return refused({ kind: "too-many-templates", most: mostTemplates });
    const id = context.ids.next();
    const content = templateOf(proposal, await lifeOf(context.db, proposal.id), input.text);
    const template = { id, communityId, name, method: proposal.method, content, madeAt: context.now };
    await insertTemplate(context.db, template, personId);
    context.emit({ name: "template-kept", version: 1, payload: { template: id, proposal: proposal.id } });
    return accepted({ templateId: id });
  },
});
