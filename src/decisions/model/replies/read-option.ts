import type { Place } from "../../methods/method.ts";
import { foldedWords } from "../../../kernel/base/folded-words.ts";

/** What a piece of a reply may be: an option, one of several that it could mean, a number that no option has, or something else. */
export type NamedOption =
  | { readonly is: "option"; readonly place: Place }
  | { readonly is: "ambiguous" }
  | { readonly is: "no-such-number" }
  | { readonly is: "unknown" };

/**
 * The option a piece of a reply names, by its number from 1 or by its name. `readOption("2", ["Bread", "Roses"])` is the place 1.
 * Where a number is also another option's name, or two options have the same name, it is ambiguous; `#2` is a number in any case.
 */
export function readOption(piece: string, options: readonly string[]): NamedOption {
  const [, sign, number] = /^(#?)(\d{1,4})[.)]?$/.exec(piece.trim()) ?? [];
  const numbered = number === undefined ? -1 : Number(number) - 1;
  const name = foldedWords(piece);
  const named = name === "" || sign === "#" ? [] : placesNamed(name, options);
  const places = new Set(numbered >= 0 && numbered < options.length ? [...named, numbered] : named);
  const [place] = places;
  if (place !== undefined) return places.size === 1 ? { is: "option", place } : { is: "ambiguous" };
  return { is: number === undefined ? "unknown" : "no-such-number" };
}

/** As {@link readOption}, where a letter may stand for a number, as in `A:5 B:2`: `a` is the first option unless one is called so. */
export function readLabel(piece: string, options: readonly string[]): NamedOption {
  const found = readOption(piece, options);
  if (found.is !== "unknown" || !/^[a-z]$/i.test(piece.trim())) return found;
  const place = piece.trim().toLowerCase().charCodeAt(0) - "a".charCodeAt(0);
  const hasLetterNames = options.some((option) => /^[a-z]$/i.test(option.trim()));
  return place < options.length && !hasLetterNames ? { is: "option", place } : found;
}

/** The number of an option as one would write it: `2`, or `#2` where an option is itself called by a number. */
export function numberOf(place: Place, options: readonly string[]): string {
  const isDoubtful = options.some((option) => /^\d+$/.test(foldedWords(option)));
  return `${isDoubtful ? "#" : ""}${place + 1}`;
}

function placesNamed(name: string, options: readonly string[]): readonly Place[] {
  return options.flatMap((option, place) => (foldedWords(option) === name ? [place] : []));
}
