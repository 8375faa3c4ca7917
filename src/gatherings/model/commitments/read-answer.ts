import { foldText, rowsOf } from "../reply-pieces.ts";
import { replyWords } from "../reply-words.ts";
import { answerWords, promiseWords, type AnswerMeaning } from "./answer-words.ts";
import type { Promised } from "./commitment.ts";
import { readDay } from "./read-day.ts";

/** What a reply says of a commitment. `isBare` is a day and nothing else, which means something only right after we asked for one. */
export type CommitmentAnswer =
  | { readonly kind: "accept" | "decline" | "finish" | "drop" }
  | { readonly kind: "more-time"; readonly until: Temporal.PlainDate | null; readonly isBare: boolean }
  | { readonly kind: "which-day" }
  | { readonly kind: "unreadable" };

/** A promise made of one's own accord, or one whose day must be asked back. */
export type PromiseReading = ({ readonly kind: "promise" } & Promised) | { readonly kind: "which-day" };

const mostCharacters = 500;
const mostWords = 24;
/** As much as the form takes. */
export const mostCharactersPromised = 280;

/**
 * Reads an answer for a commitment, in five languages, in the light of what day it is at the gathering: "done", "drop", "yes", "no",
 * "more time until 12 March".
 *
 * As for every reply, each of its words must be known; only "more time" goes with a day. What may mean two days is `which-day`.
 */
export function readCommitmentAnswer(text: string, today: Temporal.PlainDate): CommitmentAnswer {
  if (text.length > mostCharacters) return { kind: "unreadable" };
  const spoken = text
    .split(/\s+/)
    .filter((word) => !/^(@|#|https?:\/\/)/i.test(word))
    .join(" ");
  const day = readDay(spoken, today);
  const meanings = meaningsOf(day.kind === "ambiguous" ? "" : day.rest);
  if (day.kind === "ambiguous") return saysMoreTime(spoken) ? { kind: "which-day" } : { kind: "unreadable" };
  if (meanings === null) return { kind: "unreadable" };
  const isLed = meanings.delete("until");
  const [meaning, other] = meanings;
  if (other !== undefined || (isLed && day.kind === "none")) return { kind: "unreadable" };
  if (day.kind === "day") {
    if (meaning !== undefined && meaning !== "more-time") return { kind: "unreadable" };
    return { kind: "more-time", until: day.day, isBare: meaning === undefined };
  }
  if (meaning === undefined || meaning === "until") return { kind: "unreadable" };
  return meaning === "more-time" ? { kind: meaning, until: null, isBare: false } : { kind: meaning };
}

/**
 * Reads a promise: "I will write the minutes by 12 March". Null when the text is none; whoever made it is asked whether it was understood,
 * so that nobody is held to a slip of the tongue.
 */
export function readPromise(text: string, today: Temporal.PlainDate): PromiseReading | null {
  if (text.length > mostCharacters) return null;
  for (const words of promiseWords) {
    const { what: said = "", when = "" } = words.exec(text.trim())?.groups ?? {};
    const what = said.replace(/[,\s]+$/, "");
    if (what === "" || what.length > mostCharactersPromised) continue;
    const day = readDay(when, today);
    if (day.kind === "ambiguous") return { kind: "which-day" };
    if (day.kind === "day" && isLead(day.rest)) return { kind: "promise", what, due: day.day };
  }
  return null;
}

/** Whether nothing stands beside a day but a word that leads to it, and politeness. */
function isLead(rest: string): boolean {
  const meanings = meaningsOf(rest);
  return meanings !== null && [...meanings].every((meaning) => meaning === "until");
}

/** The meanings of a text of which every word is known; null where one is not. */
function meaningsOf(text: string): Set<AnswerMeaning> | null {
  const words = foldText(text);
  const meanings = new Set<AnswerMeaning>();
  if (words.length > mostWords) return null;
  for (let from = 0; from < words.length;) {
    const row = longestRow(words, from);
    if (row === 0) return null;
    const meaning = knownRows.get(words.slice(from, from + row).join(" "));
    if (meaning !== undefined && meaning !== "politeness") meanings.add(meaning);
    from += row;
  }
  return meanings;
}

function longestRow(words: readonly string[], from: number): number {
  for (let count = Math.min(longest, words.length - from); count > 0; count--) {
    if (knownRows.has(words.slice(from, from + count).join(" "))) return count;
  }
  return 0;
}

/** Whether somebody wants more time, whatever day they mean: only then is the day worth asking back. */
function saysMoreTime(text: string): boolean {
  const words = ` ${foldText(text).join(" ")} `;
  const asks = [...knownRows].some(([row, meaning]) => meaning === "more-time" && words.includes(` ${row} `));
  // Otherwise a day with a word that leads to it, or nothing else.
  return asks || foldText(text).length <= 6;
}

const knownRows: ReadonlyMap<string, AnswerMeaning | "politeness"> = new Map([
  ...Object.values(replyWords).flatMap(({ politeness }) =>
    rowsOf(politeness).map((row) => [row, "politeness"] as const),
  ),
  ...Object.values(answerWords).flatMap((language) =>
    Object.entries(language).flatMap(([meaning, patterns]) =>
      rowsOf(patterns).map((row) => [row, meaning as AnswerMeaning] as const),
    ),
  ),
]);
const longest = Math.max(...[...knownRows.keys()].map((row) => row.split(" ").length));
