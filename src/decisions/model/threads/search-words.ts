import { searchableWords } from "../../../kernel/base/folded-words.ts";

/** A piece of a text, and whether it is what was looked for. */
export interface FoundPiece {
  readonly text: string;
  readonly isFound: boolean;
}

const before = 60;
const longest = 240;

/**
 * The part of a text where the first of the words stands, in pieces; the last word may be the beginning of one.
 * `foundPieces("We meet today", ["mee"])` is "We ", then "meet" as found, then " today".
 */
export function foundPieces(text: string, words: readonly string[]): readonly FoundPiece[] {
  const spans = [...text.matchAll(/[\p{L}\p{N}\p{M}'’]+/gu)].filter(([word]) => isAskedFor(word, words));
  const start = startOf(text, Math.max(0, (spans[0]?.index ?? 0) - before));
  const end = Math.min(text.length, start + longest);
  const pieces: FoundPiece[] = [{ text: start > 0 ? "… " : "", isFound: false }];
  let at = start;
  for (const { 0: word, index } of spans) {
    if (index < at || index + word.length > end) continue;
    pieces.push({ text: text.slice(at, index), isFound: false }, { text: word, isFound: true });
    at = index + word.length;
  }
  const rest = text.slice(at, end).toWellFormed();
  pieces.push({ text: end < text.length ? `${rest} …` : rest, isFound: false });
  return pieces.filter((piece) => piece.text !== "");
}

function isAskedFor(word: string, words: readonly string[]): boolean {
  const folded = searchableWords(word).split(" ");
  const last = words.at(-1);
  return folded.some((part) => part !== "" && (words.includes(part) || (last !== undefined && part.startsWith(last))));
}

/** The beginning of the first whole word from a place on. */
function startOf(text: string, place: number): number {
  if (place === 0) return 0;
  const blank = text.slice(place, place + before).search(/\s/);
  return blank === -1 ? place : place + blank + 1;
}
