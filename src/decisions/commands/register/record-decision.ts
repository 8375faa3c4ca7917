import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { decisionWays } from "../../model/consent/review.ts";
import type { SilenceRule } from "../../model/consent/silence.ts";
import { usualDays } from "../../model/consent/timeouts.ts";
import { firstReview, unfitDays, type DaysRefusal } from "../../model/register/recorded-days.ts";
import type { PersonId } from "../../model/thread.ts";
import { decisionById } from "../../store/consent/adopted.read.ts";
import { insertConsent, moveConsent, writeVersion } from "../../store/consent/consents.write.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";
import { outcomeOf } from "../../store/proposals/outcomes.read.ts";
import { decisionOfProposal } from "../../store/register/register.read.ts";
import { threadById } from "../../store/threads/threads.read.ts";
import { contentInput, dayOrNothing, wordsInput } from "../consent/consent-inputs.ts";
import { versionHash } from "../consent/version-hash.ts";
import { outcomeHolds } from "../electorate/outcome-holds.ts";
import { communityInput, idInput } from "../inputs.ts";
import { actingPerson, mayTend, proposalOf, type StandingRefusal } from "../standing.ts";
import { citeDecisions } from "./cite-decisions.ts";
import { enterDecision } from "./enter-decision.ts";

export type RecordRefusal =
  | StandingRefusal
  | DaysRefusal
  | { readonly kind: "still-open" | "may-be-challenged" }
  | { readonly kind: "already-recorded"; readonly decisionId: string }
  | { readonly kind: "not-to-be-replaced"; readonly field: "replaces" };

const recordInput = z.object({
  communityId: communityInput,
  proposalId: idInput,
  ...contentInput,
  /** Why: the context in which it was decided. */
  need: wordsInput,
  startsOn: dayOrNothing,
  /** The first review, where it is not a term after the start. */
  reviewOn: dayOrNothing,
  endsOn: dayOrNothing,
  /** The decision that it replaces; empty for none. */
  replaces: z.string().max(64).default(""),
});
type Recorded = z.output<typeof recordInput>;

/**
 * Writes down, word for word, what a closed proposal decided, whatever its method, with term, review and who sees to it. From then on it is
 * in the register, and its review comes back by itself as a short consent of the members. Whoever put the proposal forward and stewards may,
 * once.
 *
 * Refuses `still-open`, `may-be-challenged` before the outcome holds, `already-recorded`, days that do not go together, a replaced decision that is none of the community's or is over
 * (`not-to-be-replaced`), and what standing refuses.
 */
export const recordDecision = defineCommand({
  name: "decisions/record-decision",
  input: recordInput,
  chain: (input) => input.communityId,
  authorise: mayTend,
  async run(context, input): Promise<Result<{ readonly decisionId: string }, RecordRefusal>> {
    const proposal = await proposalOf(context, input);
    if (proposal === undefined) return refused({ kind: "not-found" });
    if (proposal.state !== "closed") return refused({ kind: "still-open" });
    if (!(await outcomeHolds(context, proposal))) return refused({ kind: "may-be-challenged" });
    const known = await decisionOfProposal(context.db, proposal.id);
    if (known !== undefined) return refused({ kind: "already-recorded", decisionId: known.id });
    const today = context.now.toZonedDateTimeISO(proposal.zone).toPlainDate();
    const unfit = unfitDays(input, today);
    if (unfit !== undefined) return refused(unfit);
    if (!(await mayBeReplaced(context, input))) return refused({ kind: "not-to-be-replaced", field: "replaces" });
    return accepted({ decisionId: await record(context, proposal, input, today) });
  },
});

/** Nothing is replaced, or something of this community that still holds. */
async function mayBeReplaced(context: CommandContext, { replaces, communityId }: Recorded): Promise<boolean> {
  if (replaces === "") return true;
  const old = await decisionById(context.db, replaces);
  return old?.communityId === communityId && decisionWays[old.state].supersede !== undefined;
}

async function record(
  context: CommandContext,
  proposal: Proposal,
  input: Recorded,
  today: Temporal.PlainDate,
): Promise<string> {
  const thread = await threadById(context.db, proposal.threadId);
  const outcome = await outcomeOf(context.db, proposal.id);
  if (thread === undefined || outcome === undefined) throw new Error(`the proposal ${proposal.id} was never counted`);
  const { title, text, measures, responsible, termMonths } = input;
  const content = { title, text, measures, responsible, termMonths };
  const supersedes = input.replaces === "" ? undefined : input.replaces;
  const consentId = context.ids.next<"consent">();
  const hash = versionHash(consentId, 1, content);
  await keepForReview(context, proposal, input, { consentId, hash, supersedes });
  const id = context.ids.next<"decision">();
  const startsOn = input.startsOn ?? today;
  await enterDecision(context, {
    ...content,
    id,
    communityId: proposal.communityId,
    threadId: proposal.threadId,
    consentId,
    proposalId: proposal.id,
    audience: thread.audience,
    version: 1,
    versionHash: hash,
    zone: proposal.zone,
    eligible: outcome.eligible,
    answered: outcome.answered,
    adoptedAt: context.now,
    startsOn,
    reviewOn: input.reviewOn ?? firstReview(startsOn, termMonths),
    endsOn: input.endsOn ?? undefined,
    supersedes,
  });
  await citeDecisions(context, "decision", { about: id, threadId: proposal.threadId, text: `${text}\n${input.need}` });
  return id;
}

/** The review is a short consent, whichever method decided: it is kept by a process that begins where others end. */
async function keepForReview(
  context: CommandContext,
  proposal: Proposal,
  input: Recorded,
  kept: {
    readonly consentId: Parameters<typeof insertConsent>[1]["id"];
    readonly hash: string;
    readonly supersedes: string | undefined;
  },
): Promise<void> {
  const { title, text, measures, responsible, termMonths } = input;
  const { consentId, hash, supersedes } = kept;
  await insertConsent(context.db, {
    id: consentId,
    communityId: proposal.communityId,
    threadId: proposal.threadId,
    authorId: proposal.authorId,
    title,
    need: input.need,
    aim: "",
    rule: silenceAtReview(proposal),
    roundDays: usualDays,
    hidesReactions: false,
    zone: proposal.zone,
    startsOn: input.startsOn ?? undefined,
    endsOn: input.endsOn ?? undefined,
    draftedAt: context.now,
    supersedes,
    proposalId: proposal.id,
  });
  await writeVersion(context.db, consentId, {
    title,
    text,
    measures,
    responsible,
    termMonths,
    version: 1,
    hash,
    integration: undefined,
    cycle: 0,
    note: "",
    writtenBy: actingPerson(context) as PersonId,
    writtenAt: context.now,
  });
  await moveConsent(context.db, consentId, {
    state: "adopted",
    stateSince: context.now,
    dueAt: undefined,
    eligible: proposal.eligible,
    endedAt: context.now,
  });
}

/** A review asks for as many as the proposal did; where that asked for nobody, those who are there decide. */
function silenceAtReview({ quorumPercent }: Proposal): SilenceRule {
  return quorumPercent > 0 ? { kind: "quorum", quorumPercent } : { kind: "not-present", quorumPercent: 50 };
}
