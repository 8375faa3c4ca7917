import type { NativePollId, PersonId, SlotId } from "./gathering.ts";

/** An answer to one slot of a scheduling poll. */
export type Availability = "yes" | "if-need-be" | "no";

/**
 * A person's answers on the grid of the page.
 *
 * The form shows every slot, so it speaks about every slot: those left open become unanswered, and the note replaces the
 * earlier one (null is no note).
 */
export interface GridAnswer {
  readonly kind: "grid";
  readonly person: PersonId;
  readonly availability: ReadonlyMap<SlotId, Availability>;
  readonly note: string | null;
}

/** One option chosen by a person in a native poll; a multiple choice arrives as one such vote per option. */
export interface NativeVote {
  readonly kind: "native-vote";
  readonly person: PersonId;
  readonly poll: NativePollId;
  /** The slots that this native poll listed. */
  readonly listed: readonly SlotId[];
  /** The slot of the chosen option, or `none` for the option "none of these". */
  readonly chosen: SlotId | "none";
}

/** What somebody said about when they can come, by whichever way. */
export type AvailabilityAnswer = GridAnswer | NativeVote;

/** What holds for one person after all they said. */
export interface PersonAvailability {
  readonly person: PersonId;
  /** A slot that is missing is unanswered. */
  readonly availability: ReadonlyMap<SlotId, Availability>;
  readonly note: string | null;
  /** The native votes already counted, so that one delivered twice, or late, takes nothing back. */
  readonly nativeVotes: readonly SeenVote[];
}

/** A native vote that has been counted. */
export interface SeenVote {
  readonly poll: NativePollId;
  readonly chosen: SlotId | "none";
}

/** How a slot stands; the four counts add up to the number of people. */
export interface SlotCount {
  readonly slot: SlotId;
  readonly yes: number;
  readonly ifNeedBe: number;
  readonly no: number;
  readonly unanswered: number;
}

/**
 * What holds for a person after one more answer; answers are applied in the order in which they were received, and the last
 * word wins.
 *
 * - The grid replaces everything.
 * - A native poll speaks only about the slots it listed. The first vote of a person in it is their word on all of them: the
 *   chosen one becomes `yes`, the other listed ones `no`, whatever was said before. Each further vote in the same poll adds its
 *   one `yes`, since fediverse servers send a multiple choice as one vote per option and votes there cannot be taken back
 *   (Mastodon; see FEP-9967, https://w3id.org/fep/9967). Slots that were not listed, and the note, stay.
 * - A vote received a second time changes nothing, even if a grid came in between.
 */
export function applyAnswer(before: PersonAvailability | undefined, answer: AvailabilityAnswer): PersonAvailability {
  const known = before ?? { person: answer.person, availability: new Map(), note: null, nativeVotes: [] };
  if (answer.kind === "grid") return { ...known, availability: new Map(answer.availability), note: answer.note };

  const votesOfPoll = known.nativeVotes.filter((vote) => vote.poll === answer.poll);
  if (votesOfPoll.some((vote) => vote.chosen === answer.chosen)) return known;
  const availability = new Map(known.availability);
  if (votesOfPoll.length === 0) for (const slot of answer.listed) availability.set(slot, "no");
  if (answer.chosen !== "none") availability.set(answer.chosen, "yes");
  const nativeVotes = [...known.nativeVotes, { poll: answer.poll, chosen: answer.chosen }];
  return { ...known, availability, nativeVotes };
}

/** What holds for every person who answered; `answers` in the order in which they were received. */
export function mergeAnswers(answers: readonly AvailabilityAnswer[]): ReadonlyMap<PersonId, PersonAvailability> {
  const merged = new Map<PersonId, PersonAvailability>();
  for (const answer of answers) merged.set(answer.person, applyAnswer(merged.get(answer.person), answer));
  return merged;
}

/** Whether a person has said anything about any slot; only who has not is reminded. */
export function hasAnswered(person: PersonAvailability | undefined): boolean {
  return person !== undefined && person.availability.size > 0;
}

/** The heat map: the counts of each slot, in the order of `slots`. */
export function countAnswers(slots: readonly SlotId[], people: readonly PersonAvailability[]): readonly SlotCount[] {
  return slots.map((slot) => {
    const said = (answer: Availability | undefined) =>
      people.filter((person) => person.availability.get(slot) === answer).length;
    return { slot, yes: said("yes"), ifNeedBe: said("if-need-be"), no: said("no"), unanswered: said(undefined) };
  });
}
