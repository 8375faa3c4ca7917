import type { Id } from "../../../kernel/base/ids.ts";
import type { OpinionVote } from "../opinion-map/opinion-votes.ts";

export type StatementId = Id<"statement">;

/** What a member says of a statement. */
export type OpinionAnswer = "agree" | "disagree" | "pass";
export const opinionAnswers: readonly OpinionAnswer[] = ["agree", "disagree", "pass"];

/** A statement is one idea, in one breath; in characters (Polis has the same bound). */
export const longestStatement = 140;
/** A thread has no more statements than people can answer. */
export const mostStatements = 200;
/** Nobody fills a thread alone. */
export const mostStatementsEach = 20;

const marks: Readonly<Record<OpinionAnswer, string>> = { agree: "+", disagree: "-", pass: "0" };
const unanswered = ".";

/**
 * All that one person says of the statements of a thread: one mark for each place, `.` where they have said nothing. What is beyond its end is
 * unanswered: `answerAt("+.-", 2)` is `disagree`, `answerAt("+.-", 7)` is undefined.
 */
export function answerAt(answers: string, place: number): OpinionAnswer | undefined {
  return opinionAnswers.find((answer) => marks[answer] === answers.charAt(place));
}

/** The answers with one of them given: `answersWith("+", 2, "disagree")` is `+.-`. */
export function answersWith(answers: string, place: number, answer: OpinionAnswer): string {
  const padded = answers.padEnd(place + 1, unanswered);
  return padded.slice(0, place) + marks[answer] + padded.slice(place + 1);
}

/** What two people who turn out to be one say, by the word of whoever stays: `answersJoined("+.", "-0-")` is `+0-`. */
export function answersJoined(kept: string, joined: string): string {
  return Array.from({ length: Math.max(kept.length, joined.length) }, (_, place) => {
    const own = kept.charAt(place);
    return own === "" || own === unanswered ? joined.charAt(place) || unanswered : own;
  }).join("");
}

/** An answer as the map reads it. */
export function voteOf(answer: OpinionAnswer | undefined): OpinionVote {
  if (answer === undefined) return null;
  if (answer === "pass") return 0;
  return answer === "agree" ? 1 : -1;
}

/** The lowest place that no statement has: `freePlace([0, 1, 3])` is 2. */
export function freePlace(taken: readonly number[]): number {
  const places = new Set(taken);
  let place = 0;
  while (places.has(place)) place += 1;
  return place;
}
