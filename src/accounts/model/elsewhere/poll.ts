import { accepted, refused, type Result } from "../../../kernel/base/result.ts";

/** A native poll of another server, as it is kept: plain values, instants as ISO 8601 in UTC. */
export interface ElsewherePoll {
  readonly choice: "one" | "several";
  readonly options: readonly PollOption[];
  readonly voters: number | null;
  /** Null for one without an end. */
  readonly endsAt: string | null;
  readonly isClosed: boolean;
}

/** An option; a vote names its label to the letter. */
export interface PollOption {
  readonly label: string;
  /** Null where the other server does not tell. */
  readonly votes: number | null;
}

/** What was ticked is no answer: nothing, too much, or what is not offered. */
export interface NotAnAnswer {
  readonly kind: "choose-an-answer";
  readonly field: "options";
}

/** Whether the other server still counts votes, as far as is known here. Its own clock has the last word. */
export function isPollOpen(poll: Pick<ElsewherePoll, "endsAt" | "isClosed">, now: Temporal.Instant): boolean {
  if (poll.isClosed) return false;
  return poll.endsAt === null || Temporal.Instant.compare(now, Temporal.Instant.from(poll.endsAt)) < 0;
}

/**
 * The labels that votes must name, for the options ticked by their places.
 *
 * `chosenLabels({ choice: "one", options: [{ label: "Yes", votes: 0 }, { label: "No", votes: 0 }] }, [1])` accepts `["No"]`.
 */
export function chosenLabels(
  poll: Pick<ElsewherePoll, "choice" | "options">,
  places: readonly number[],
): Result<readonly string[], NotAnAnswer> {
  const labels = [...new Set(places)].map((place) => poll.options[place]?.label);
  const known = labels.filter((label) => label !== undefined);
  const isAnswer =
    known.length > 0 && known.length === labels.length && (poll.choice === "several" || known.length === 1);
  return isAnswer ? accepted(known) : refused({ kind: "choose-an-answer", field: "options" });
}

/** Whether both offer the same: when options change, the author's server forgets all votes, and so must we. */
export function offersTheSame(one: ElsewherePoll | null, other: ElsewherePoll | null): boolean {
  const offerOf = (poll: ElsewherePoll | null) =>
    poll === null ? null : [poll.choice, poll.options.map(({ label }) => label)];
  return JSON.stringify(offerOf(one)) === JSON.stringify(offerOf(other));
}
