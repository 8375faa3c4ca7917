import { z } from "zod";
import type { Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { MethodRefusal } from "../../methods/method.ts";
import { methodById, type AnyMethod } from "../../methods/registry.ts";
import {
  countShowings,
  longestOpenDays,
  reasonRules,
  secrecies,
  shortestOpenMinutes,
  type ProposalId,
} from "../../model/proposal.ts";
import { turnouts } from "../../model/secret/secret-ballot.ts";
import { optionsRefusal, type OptionsRefusal } from "../../model/proposal-options.ts";
import type { PersonId } from "../../model/thread.ts";
import { insertProposal } from "../../store/proposals/proposals.write.ts";
import { insertBox } from "../../store/secret/secret.write.ts";
import { communityInput, idInput, instantInput, textInput, titleInput, zoneInput } from "../inputs.ts";
import { beginLife, lifeInput } from "../lifecycle/life-input.ts";
import { retime } from "../lifecycle/retime.ts";
import { enterText } from "../../store/search/search.write.ts";
import { boundBy, keepBylaws, type BylawsRefusal } from "../charter/bound-by.ts";
import { actingPerson, mustBeMember, threadOf, type StandingRefusal } from "../standing.ts";
import { newBoxKey } from "../secret/seals.ts";
import { citeDecisions } from "../register/cite-decisions.ts";
import { chooseElectorate, electorateInput, type ElectorateRefusal } from "../electorate/choose-electorate.ts";
import { freezeElectorate } from "./freeze-electorate.ts";

export type OpenProposalRefusal =
  | StandingRefusal
  | MethodRefusal
  | { readonly kind: "thread-closed" }
  | { readonly kind: "unknown-method" }
  | OptionsRefusal
  | BylawsRefusal
  | ElectorateRefusal
  | { readonly kind: "closes-too-soon"; readonly field: "closesAt" }
  | { readonly kind: "closes-too-late"; readonly field: "closesAt" };

/**
 * Puts a proposal forward in a thread, to be decided by a named method until a closing time.
 *
 * Who may answer is frozen now, and who may not, each with the reason. The rules are frozen too. Refuses what standing refuses,
 * `thread-closed`, `unknown-method`, too few, too many or equal options, a closing time sooner than an hour or later than a year, and what the method says of its settings
 * and options, what choosing an electorate refuses, `nobody-may-answer`, and what {@link boundBy} says where it is put under rules of a preset
 * or of the charter, which take the place of its own.
 */
export const openProposal = defineCommand({
  name: "decisions/open-proposal",
  input: z.object({
    communityId: communityInput,
    threadId: idInput,
    title: titleInput,
    text: textInput.or(z.literal("")).default(""),
    method: z.string().min(1).max(60),
    options: z.array(z.string().trim().min(1).max(200)).max(200).default([]),
    settings: z.record(z.string(), z.json()).default({}),
    closesAt: instantInput,
    zone: zoneInput,
    secrecy: z.enum(secrecies).default("open"),
    showsCount: z.enum(countShowings).default("at-once"),
    reasons: z.enum(reasonRules).default("optional"),
    /** Of a secret ballot: whether those who took part are named after closing. */
    turnout: z.enum(turnouts).default("hidden"),
    quorumPercent: z.coerce.number().int().min(0).max(100).default(0),
    ...lifeInput,
    /** The preset by whose rules it is decided; empty for none. */
    preset: z.string().max(60).default(""),
    /** The matter of the charter that it is about; empty for none. */
    matter: z.string().max(64).default(""),
    ...electorateInput,
  }),
  chain: (input) => input.communityId,
  authorise: mustBeMember,
  async run(context, said): Promise<Result<{ readonly proposalId: ProposalId }, OpenProposalRefusal>> {
    const thread = await threadOf(context, said);
    if (thread === undefined) return refused({ kind: "not-found" });
    if (thread.closedAt !== undefined) return refused({ kind: "thread-closed" });
    const by = await boundBy(context, thread, said);
    if (!by.ok) return by;
    const input = { ...said, ...by.value?.rules };
    const method = methodById(input.method);
    if (method === undefined) return refused({ kind: "unknown-method" });
    const time = closingRefusal(context.now, input.closesAt);
    if (time !== undefined) return refused(time);
    const options = method.rules.options.kind === "own" ? input.options : [];
    const unfit = optionsRefusal(method.rules.options, options);
    if (unfit !== undefined) return refused(unfit);
    const settings = method.rules.readSettings(
      settingsOver(method, input.settings as Readonly<Record<string, Json>>),
      options,
    );
    if (!settings.ok) return settings;
    const id = context.ids.next<"proposal">();
    const chosen = await chooseElectorate(context, id, input);
    if (!chosen.ok) return chosen;
    const eligible = await freezeElectorate(context, input.communityId, id);
    if (eligible === 0) return refused({ kind: "nobody-may-answer", field: "electorate" });
    await insertProposal(context.db, {
      id,
      communityId: input.communityId,
      threadId: thread.id,
      authorId: actingPerson(context) as PersonId,
      title: input.title,
      text: input.text,
      method: method.rules.id,
      methodVersion: method.rules.version,
      options,
      settings: settings.value,
      secrecy: input.secrecy,
      showsCount: input.secrecy === "open" ? input.showsCount : "at-close",
      // What somebody writes in their own words tells who they are.
      reasons: input.secrecy === "secret" ? "off" : input.reasons,
      quorumPercent: input.quorumPercent,
      zone: input.zone,
      eligible,
      openedAt: context.now,
      closesAt: input.closesAt,
    });
    await keepBylaws(context, id, by.value);
    const text = `${input.title}\n${input.text}`;
    await enterText(context.db, { ...thread, about: id, kind: "proposal", text });
    await citeDecisions(context, "proposal", { about: id, threadId: thread.id, text });
    if (input.secrecy === "secret") await insertBox(context.db, id, newBoxKey(), input.turnout);
    const life = await beginLife(context, id, input, method.rules.options.kind === "own");
    await retime(context, { ...input, proposalId: id }, life, context.now, input.closesAt);
    context.emit({
      name: "proposal-opened",
      version: 1,
      payload: { proposal: id, thread: thread.id, method: method.rules.id, eligible },
    });
    return accepted({ proposalId: id });
  },
});

function closingRefusal(now: Temporal.Instant, closesAt: Temporal.Instant): OpenProposalRefusal | undefined {
  const minutes = now.until(closesAt).total("minutes");
  if (minutes < shortestOpenMinutes) return { kind: "closes-too-soon", field: "closesAt" };
  return minutes > longestOpenDays * 24 * 60 ? { kind: "closes-too-late", field: "closesAt" } : undefined;
}

/** What was chosen, over what the method takes for whoever chose nothing. */
function settingsOver(method: AnyMethod, chosen: Readonly<Record<string, Json>>): Json {
  const { defaults } = method.rules;
  return isObject(defaults) ? { ...defaults, ...chosen } : defaults;
}

function isObject(json: Json): json is Readonly<Record<string, Json | undefined>> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
