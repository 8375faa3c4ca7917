import { once } from "../../kernel/base/once.ts";
import { replyWords } from "./reply-words.ts";
import type { LanguageWords, PieceMeaning } from "./reply-words.ts";

/** A reply taken to pieces that are all known. */
export interface ReplyPieces {
  readonly meanings: ReadonlySet<PieceMeaning>;
  /** How many come, whoever writes included; null when the reply does not say. */
  readonly people: number | null;
}

/** What a row of words in a reply is. */
type Piece =
  | { readonly is: "answer"; readonly meaning: PieceMeaning }
  | { readonly is: "politeness" }
  | { readonly is: "party-of"; readonly people: number }
  | { readonly is: "party-plus"; readonly people: number };

/** Longer texts are comments, and are not looked at. */
const mostCharacters = 2000;
const mostWords = 24;
// Greater numbers are more often hours, days or years than people.
const mostPeople = 20;

/** The words of a text without accents, capitals, apostrophes and punctuation; `foldText("J’en suis !")` is `["jen", "suis"]`. */
export function foldText(text: string): readonly string[] {
  return text
    .replace(/['’ʼ`´]/g, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("+", " plus ")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/**
 * Takes a reply to pieces from its first word to its last, each as long as can be; null when a word belongs to none, when
 * two numbers of people contradict each other, or when nothing in it is an answer.
 *
 * The work is bounded by the length allowed: a text above 2,000 characters or 24 words is not looked at.
 */
export function readPieces(text: string): ReplyPieces | null {
  if (text.length > mostCharacters) return null;
  const spoken = text.split(/\s+/).filter((word) => !/^(@|#|https?:\/\/)/i.test(word));
  const words = foldText(spoken.join(" "));
  if (words.length === 0) return readEmoji(spoken.join(" "));
  if (words.length > mostWords) return null;
  const pieces: Piece[] = [];
  for (let from = 0; from < words.length;) {
    const longest = longestPiece(words, from);
    if (longest === null) return null;
    pieces.push(longest.piece);
    from += longest.words;
  }
  return putTogether(pieces);
}

function longestPiece(
  words: readonly string[],
  from: number,
): { readonly piece: Piece; readonly words: number } | null {
  for (let count = Math.min(longestPattern(), words.length - from); count > 0; count--) {
    const piece = knownPieces().get(words.slice(from, from + count).join(" "));
    if (piece !== undefined) return { piece, words: count };
  }
  return null;
}

function putTogether(pieces: readonly Piece[]): ReplyPieces | null {
  const meanings = new Set(pieces.flatMap((piece) => (piece.is === "answer" ? [piece.meaning] : [])));
  const sizes = new Set(pieces.flatMap((piece) => (piece.is === "party-of" ? [piece.people] : [])));
  if (meanings.size === 0 || sizes.size > 1) return null;
  const more = pieces.reduce((sum, piece) => sum + (piece.is === "party-plus" ? piece.people : 0), 0);
  const [size = 1] = sizes;
  return { meanings, people: sizes.size === 0 && more === 0 ? null : size + more };
}

// Skin tones and variation selectors are no pictographs of their own and fall away.
const emojiMeanings = new Map<string, PieceMeaning>([
  ["👍", "going"],
  ["👌", "going"],
  ["✅", "going"],
  ["✔", "going"],
  ["✋", "join"],
  ["🖐", "join"],
  ["🙋", "join"],
  ["👎", "not-going"],
  ["❌", "not-going"],
]);

function readEmoji(text: string): ReplyPieces | null {
  const pictures = text.match(/\p{Extended_Pictographic}/gu) ?? [];
  const meanings = new Set(pictures.flatMap((picture) => emojiMeanings.get(picture) ?? []));
  return meanings.size === 0 ? null : { meanings, people: null };
}

const knownPieces = once((): ReadonlyMap<string, Piece> => new Map(Object.values(replyWords).flatMap(piecesOf)));
const longestPattern = once(() => Math.max(...[...knownPieces().keys()].map((row) => row.split(" ").length)));

/** Every row of words of a language, and what it is. */
export function piecesOf(language: LanguageWords): readonly (readonly [row: string, piece: Piece])[] {
  const { politeness, partyOf, partyPlus, numbers, ...answers } = language;
  const counts = countsOf(numbers);
  return [
    ...rowsOf(politeness).map((row) => [row, { is: "politeness" }] as const),
    ...rowsOf(partyOf).flatMap((row) => countedRows(row, counts, "party-of", 2)),
    ...rowsOf(partyPlus).flatMap((row) => countedRows(row, counts, "party-plus", 1)),
    ...Object.entries(answers).flatMap(([meaning, patterns]) =>
      rowsOf(patterns).map((row) => [row, { is: "answer", meaning: meaning as PieceMeaning }] as const),
    ),
  ];
}

/** The numbers as words of a language and in digits. */
function countsOf(numbers: string): ReadonlyMap<string, number> {
  const digits = Array.from({ length: mostPeople }, (_, place) => [`${place + 1}`, place + 1] as const);
  const words = numbers.split("|").flatMap((alternatives, place) =>
    alternatives
      .trim()
      .split("/")
      .map((word) => [word, place + 1] as const),
  );
  return new Map([...digits, ...words]);
}

function countedRows(
  row: string,
  counts: ReadonlyMap<string, number>,
  is: "party-of" | "party-plus",
  peopleIfNoNumber: number,
): readonly (readonly [string, Piece])[] {
  if (!row.includes("#")) return [[row, { is, people: peopleIfNoNumber }]];
  return [...counts].map(([word, people]) => [row.replace("#", word), { is, people }] as const);
}

/** Every row of words that patterns stand for; `a/b c?` is `a`, `b`, `a c` and `b c`. */
export function rowsOf(patterns: string): readonly string[] {
  return patterns.split(/[|\n]/).flatMap((pattern) =>
    pattern
      .trim()
      .split(" ")
      .map((word) => (word.endsWith("?") ? [...word.slice(0, -1).split("/"), ""] : word.split("/")))
      .reduce<readonly string[]>(
        (rows, choices) => rows.flatMap((row) => choices.map((one) => `${row} ${one}`.trim())),
        [""],
      ),
  );
}
