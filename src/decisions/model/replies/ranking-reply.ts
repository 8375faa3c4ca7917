import type { Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import type { MethodRefusal, Place, Question } from "../../methods/method.ts";
import { mend, type Ranking } from "../counting/ranking.ts";

/**
 * The ranking that a reply gives: options by number, by `#` and number, or by name, parted by `>`; equal ones by `=`. Numbers alone may be
 * parted by commas or spaces; one option alone is a ranking, too, and `-` is an empty one. `2 > 1=3` gives `[[1], [0, 2]]`.
 *
 * Null for a text that names no option where an option would stand. Refuses `ranking-reply-unknown` when some of it names options and
 * some does not, and `ranking-reply-ambiguous` when a word could be two options.
 */
export function rankingFromReply(text: string, question: Question): Result<Json, MethodRefusal> | null {
  const said = withoutMentions(text);
  if (said === "-") return accepted([]);
  const words = said.split(/[>＞]/).map((rank) => rank.split("=").map((word) => word.trim()));
  const isNumbers = /^#?\d{1,3}(?:[\s,;]+#?\d{1,3})+$/.test(said);
  const ranks = isNumbers ? said.split(/[\s,;]+/).map((word) => [word]) : words;
  const known = nameIndex(question.options);
  const found = ranks.map((rank) => rank.map((word) => placesOf(word, known)));
  if (found.every((rank) => rank.every((places) => places.length === 0))) return null;
  return allKnown(ranks, found);
}

/** A ranking as one would write it; `rankingInReply([[1], [0, 2]], ["a", "b", "c"])` is `2 > 1=3`. */
export function rankingInReply(ranking: Ranking, options: readonly string[]): string {
  if (ranking.length === 0) return "-";
  // An option called "2" would make the number 2 doubtful.
  const sign = options.some((name) => /^#?\d+$/.test(normalised(name))) ? "#" : "";
  return ranking.map((rank) => rank.map((place) => `${sign}${place + 1}`).join("=")).join(" > ");
}

function allKnown(
  words: readonly (readonly string[])[],
  found: readonly (readonly (readonly Place[])[])[],
): Result<Json, MethodRefusal> {
  const ranking: Place[][] = [];
  for (const [index, rank] of found.entries()) {
    const places: Place[] = [];
    for (const [position, [place, other]] of rank.entries()) {
      const given = words[index]?.[position] ?? "";
      if (place === undefined) return mend({ kind: "ranking-reply-unknown", given });
      if (other !== undefined) return mend({ kind: "ranking-reply-ambiguous", given });
      places.push(place);
    }
    ranking.push(places);
  }
  return accepted(ranking);
}

/** The places that a word may mean; a number beyond the options is a place that the rules will refuse by its number. */
function placesOf(word: string, known: ReadonlyMap<string, readonly Place[]>): readonly Place[] {
  const number = /^(#?)0*([1-9]\d{0,2})$/.exec(word);
  const byNumber = number?.[2] === undefined ? [] : [Number(number[2]) - 1];
  if (number?.[1] === "#") return byNumber;
  return [...new Set([...byNumber, ...(known.get(normalised(word)) ?? [])])];
}

function nameIndex(options: readonly string[]): ReadonlyMap<string, readonly Place[]> {
  const known = new Map<string, Place[]>();
  for (const [place, name] of options.entries())
    known.set(normalised(name), [...(known.get(normalised(name)) ?? []), place]);
  return known;
}

/** Capitals, accents, quotation marks and the width of spaces make no difference. */
function normalised(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
  return plain.replace(/^["'“”„«»‘’\s]+|["'“”„«»‘’.!\s]+$/gu, "").replace(/\s+/gu, " ");
}

/** A reply begins with the handles of those it answers. */
function withoutMentions(text: string): string {
  return text
    .trim()
    .replace(/^(?:@[\w.-]+(?:@[\w.:-]+)?[\s,:]+)+/u, "")
    .replace(/[\s.!]+$/u, "");
}
