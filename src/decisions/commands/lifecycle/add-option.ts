import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import type { MethodRefusal } from "../../methods/method.ts";
import { methodOf } from "../../methods/registry.ts";
import { alikeOption } from "../../model/lifecycle/alike-options.ts";
import type { ProposalLife } from "../../model/lifecycle/life.ts";
import type { PersonId } from "../../model/thread.ts";
import { addedOptionsOf, lifeOf } from "../../store/lifecycle/lives.read.ts";
import { appendOption, writeLife } from "../../store/lifecycle/lives.write.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";
import { communityInput, idInput } from "../inputs.ts";
import { openToElector, type GiveStanceRefusal } from "../proposals/give-stance.ts";
import { mayAnswer } from "../standing.ts";

/** The job that tells those who have answered of added options; its key is the proposal's id. */
export const tellAddedOptionsJob = "decisions/tell-added-options";

type Refusal =
  | GiveStanceRefusal
  | MethodRefusal
  | { readonly kind: "options-not-open" }
  | { readonly kind: "too-many-own-options"; readonly field: "option"; readonly most: number }
  | { readonly kind: "too-many-added-options"; readonly field: "option"; readonly most: number }
  | { readonly kind: "option-is-there"; readonly field: "option"; readonly option: string };

/** So much later those who have answered are told of added options, or halfway to closing where that is sooner. */
const digestAfterHours = 24;

/**
 * One more option, by somebody who may answer, where the proposal says that they can. It stands last, so that every answer given before
 * stays what it was: whoever ranked or graded did neither with it.
 *
 * Refuses what answering refuses, `options-not-open`, `too-many-own-options`, `too-many-added-options`, and `option-is-there` with the
 * one that it is too much like.
 */
export const addOption = defineCommand({
  name: "decisions/add-option",
  input: z.object({
    communityId: communityInput,
    proposalId: idInput,
    option: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .regex(/^[^\r\n]*$/),
  }),
  chain: (input) => input.communityId,
  authorise: mayAnswer,
  async run(context, input): Promise<Result<{ readonly place: number }, Refusal>> {
    const open = await openToElector(context, input);
    if (!open.ok) return open;
    const { proposal, person } = open.value;
    const life = await lifeOf(context.db, proposal.id);
    const unfit = await refusalOf(context, proposal, person, life, input.option);
    if (unfit !== undefined) return refused(unfit);
    const place = proposal.options.length;
    const options = [...proposal.options, input.option];
    // Some settings lean on how many options there are, such as an order declared for ties.
    const settings = methodOf(proposal).rules.readSettings(proposal.settings, options);
    if (!settings.ok) return refused({ kind: "options-not-open" });
    await appendOption(context.db, proposal.id, options, { place, personId: person, at: context.now });
    await writeLife(context.db, proposal.id, {
      ...life,
      added: life.added + 1,
      digestAt: life.digestAt ?? (await setDigest(context, proposal)),
    });
    context.emit({
      name: "option-added",
      version: 1,
      payload: { thread: proposal.threadId, proposal: proposal.id, place },
    });
    return accepted({ place });
  },
});

async function refusalOf(
  context: CommandContext,
  proposal: Proposal,
  person: PersonId,
  life: ProposalLife,
  option: string,
): Promise<Refusal | undefined> {
  const { options } = methodOf(proposal).rules;
  if (life.adding !== "voters" || options.kind !== "own") return { kind: "options-not-open" };
  const alike = alikeOption(option, proposal.options);
  if (alike !== undefined) return { kind: "option-is-there", field: "option", option: alike };
  const most = Math.min(life.allOptions, life.added + options.most - proposal.options.length);
  if (life.added >= most) return { kind: "too-many-added-options", field: "option", most };
  const own = (await addedOptionsOf(context.db, proposal.id)).filter(({ personId }) => personId === person);
  if (own.length < life.ownOptions) return undefined;
  return { kind: "too-many-own-options", field: "option", most: life.ownOptions };
}

/** They are told once, so not of the first at once: others may follow. */
async function setDigest(context: CommandContext, proposal: Proposal): Promise<Temporal.Instant> {
  const hours = Math.min(digestAfterHours, context.now.until(proposal.closesAt).total("hours") / 2);
  const due = context.now.add({ seconds: Math.round(hours * 3_600) });
  const payload = { communityId: proposal.communityId, proposalId: proposal.id };
  await context.schedule({ kind: tellAddedOptionsJob, key: proposal.id, due, payload });
  return due;
}
