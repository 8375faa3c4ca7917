import { z } from "zod";
import { canonicalJson, type Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import type { MethodRefusal } from "../../methods/method.ts";
import { methodOf, questionOf } from "../../methods/registry.ts";
import type { PersonId } from "../../model/thread.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";
import { whyElector } from "../../store/electorate/electorates.read.ts";
import { colleaguesOf } from "../../store/electorate/voices.read.ts";
import { stanceOf, type Stance } from "../../store/proposals/stances.read.ts";
import { moveToEarlier, writeStance } from "../../store/proposals/stances.write.ts";
import { whyNot } from "../electorate/why-not.ts";
import { communityInput, idInput, reasonInput } from "../inputs.ts";
import { tallyChanged } from "../lifecycle/send-tallies.ts";
import { wantedReason, type ReasonRefusal } from "../lifecycle/wanted-reason.ts";
import { actingPerson, mayAnswer, proposalOf, type AboutProposal, type StandingRefusal } from "../standing.ts";
import { votingClosed, type VotingClosedRefusal } from "./voting-closed.ts";

/** Whoever asks may not answer, and why; until when they wait, where waiting mends it. */
export interface NotOnTheListRefusal extends AnyRefusal {
  readonly kind: "not-on-the-list";
  readonly why: string;
  readonly from?: { readonly instant: string };
}

export type GiveStanceRefusal =
  | StandingRefusal
  | MethodRefusal
  | VotingClosedRefusal
  | { readonly kind: "proposal-withdrawn" }
  | NotOnTheListRefusal
  | { readonly kind: "secret-on-the-web" }
  | ReasonRefusal;

/** A stance as it was taken. */
export interface StanceGiven {
  readonly [name: string]: Json;
  readonly ballot: Json;
  /** Whether it replaced an earlier one that said something else. */
  readonly changed: boolean;
}

/**
 * Somebody's stance on a proposal, under their name: the last one in time counts, whichever way it came.
 *
 * What counts is when it arrived, not when it was handled. Refuses `voting-closed`, `proposal-withdrawn`, `not-on-the-list` with the
 * reason for whoever it does not ask, `secret-on-the-web` for a secret ballot, `reason-required`, what the method says of the ballot, and what standing refuses.
 */
export const giveStance = defineCommand({
  name: "decisions/give-stance",
  input: z.object({
    communityId: communityInput,
    proposalId: idInput,
    ballot: z.json(),
    reason: reasonInput,
    by: z.enum(["web", "reply"]),
  }),
  chain: (input) => input.communityId,
  authorise: mayAnswer,
  async run(context, input): Promise<Result<StanceGiven, GiveStanceRefusal>> {
    const open = await openFor(context, input);
    if (!open.ok) return open;
    const { proposal, person } = open.value;
    const ballot = methodOf(proposal).rules.readBallot(input.ballot as Json, questionOf(proposal));
    if (!ballot.ok) return ballot;
    const wanted = wantedReason(proposal, ballot.value, input.reason);
    if (wanted !== undefined && input.by === "web") return refused(wanted);
    const before = await stanceOfVoice(context, open.value);
    const reason = proposal.reasons === "off" ? "" : input.reason;
    const given = { ballot: ballot.value, reason: reason === "" ? (before?.reason ?? "") : reason, by: input.by };
    return accepted(await take(context, proposal, person, before, { ...given, nativeVotes: [] }));
  },
});

/** The proposal, and who answers it under their name; refused when it cannot be answered by them so, or not any more. */
export async function openFor(context: CommandContext, about: AboutProposal): Promise<OpenToElector> {
  const open = await openToElector(context, about);
  return open.ok && open.value.proposal.secrecy === "secret" ? refused({ kind: "secret-on-the-web" }) : open;
}

/** An open proposal, who answers it, and who else speaks with the same voice: the other delegates of their organisation. */
export interface Answering {
  readonly proposal: Proposal;
  readonly person: PersonId;
  readonly colleagues: readonly PersonId[];
}

type OpenToElector = Result<Answering, GiveStanceRefusal>;

/** The proposal, and who answers it, in secret or not. */
export async function openToElector(context: CommandContext, about: AboutProposal): Promise<OpenToElector> {
  const open = await openInTime(context, about);
  if (!open.ok) return open;
  const person = actingPerson(context);
  if (person === undefined) return refused({ kind: "not-found" });
  const proposal = open.value;
  const why = await whyElector(context.db, proposal.id, person);
  if (why === undefined) return refused(await notOnTheList(context, proposal.communityId, proposal.id, person));
  const colleagues = why === "delegate" ? await colleaguesOf(context.db, proposal.id, person) : [];
  return accepted({ proposal, person, colleagues });
}

/** What is said to somebody who is not on the list of a proposal or a consent process. */
export async function notOnTheList(
  context: CommandContext,
  communityId: string,
  listId: string,
  person: PersonId,
): Promise<NotOnTheListRefusal> {
  const { why, from } = await whyNot(context.db, { communityId, listId }, person, context.now);
  return { kind: "not-on-the-list", why, ...(from !== undefined && { from: { instant: from.toString() } }) };
}

/** What stands already, by whoever answers or by another who speaks with the same voice. */
export async function stanceOfVoice(
  context: CommandContext,
  { proposal, person, colleagues }: Answering,
): Promise<Stance | undefined> {
  for (const each of [person, ...colleagues]) {
    const stance = await stanceOf(context.db, proposal.id, each);
    if (stance !== undefined) return stance;
  }
  return undefined;
}

/** The proposal, if what arrives now is in time. */
export async function openInTime(
  context: CommandContext,
  about: AboutProposal,
): Promise<Result<Proposal, GiveStanceRefusal>> {
  const proposal = await proposalOf(context, about);
  if (proposal === undefined) return refused({ kind: "not-found" });
  if (proposal.state === "withdrawn") return refused({ kind: "proposal-withdrawn" });
  const closedAt = proposal.closedAt ?? proposal.closesAt;
  if (Temporal.Instant.compare(context.arrivedAt, closedAt) >= 0) {
    return refused(votingClosed(closedAt));
  }
  // In time, but the count stands already: it arrived before closing and waited too long behind others.
  if (proposal.closedAt !== undefined) return refused(votingClosed(closedAt));
  return accepted(proposal);
}

/** Writes a stance that was read, and tells of it; the same one again changes nothing. */
export async function take(
  context: CommandContext,
  proposal: Proposal,
  person: PersonId,
  before: Stance | undefined,
  given: Pick<Stance, "ballot" | "reason" | "by" | "nativeVotes">,
): Promise<StanceGiven> {
  const isSame =
    before !== undefined &&
    before.reason === given.reason &&
    canonicalJson(before.ballot) === canonicalJson(given.ballot);
  if (isSame) return { ballot: given.ballot, changed: false };
  const stance: Stance = {
    ...given,
    personId: person,
    givenAt: context.now,
    changes: before === undefined ? 0 : before.changes + 1,
  };
  if (before !== undefined && before.personId !== person) {
    await moveToEarlier(context.db, proposal.id, before);
    await writeStance(context.db, proposal.id, stance, undefined);
  } else await writeStance(context.db, proposal.id, stance, before);
  context.emit({
    name: "stance-given",
    version: 1,
    payload: { thread: proposal.threadId, proposal: proposal.id, person, by: given.by },
  });
  await tallyChanged(context, proposal);
  // From elsewhere the answer counts at once, and the reason is asked for by a message.
  if (wantedReason(proposal, given.ballot, given.reason) !== undefined) {
    const payload = { thread: proposal.threadId, proposal: proposal.id, person };
    context.emit({ name: "reason-wanted", version: 1, payload });
  }
  return { ballot: given.ballot, changed: before !== undefined };
}
