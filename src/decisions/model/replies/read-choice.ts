import { accepted, type Result } from "../../../kernel/base/result.ts";
import type { MethodRefusal, Place } from "../../methods/method.ts";
import { unfit } from "../counting/unfit.ts";
import { noneWords, phrasesOf, placeOfPhrase } from "./fixed-words.ts";
import { readOption, type NamedOption } from "./read-option.ts";
import { clausesOf, saidText } from "./reply-text.ts";

/** What a reply chose: places, or the word that none of the options is wanted; null when the text is no attempt at an answer. */
export type RepliedChoice<Choice> = Result<Choice, MethodRefusal> | null;

const none = phrasesOf(noneWords);

/**
 * The one fixed option a reply names, by its number or in words: one of its clauses is the answer, the others may be a reason.
 * `phrases` are what people write in five languages, `names` those the reader was shown. Two answers in one reply are refused.
 */
export function readFixedChoice(
  text: string,
  phrases: readonly ReadonlySet<string>[],
  names: readonly string[],
): RepliedChoice<Place> {
  return oneAnswer(text, phrases.length, (clause) => {
    const phrase = placeOfPhrase(clause, phrases);
    return phrase === null ? namedAmong(clause, phrases.length, names) : { is: "option", place: phrase };
  });
}

/** The one option a reply names, by its number or its name; the rest may be a reason. */
export function readOwnChoice(text: string, options: readonly string[]): RepliedChoice<Place> {
  return oneAnswer(text, options.length, (clause) => readOption(clause, options));
}

/** Whether a reply says that none of the options is wanted, and nothing else. */
export function saysNone(text: string): boolean {
  const said = saidText(text);
  return said !== null && clausesOf(said).some((clause) => placeOfPhrase(clause, none) !== null);
}

/** The options a reply lists, by number or name: `1, 3`, `Bread and Roses`. A list of which a part is not understood is refused. */
export function readOwnChoices(text: string, options: readonly string[]): RepliedChoice<readonly Place[]> {
  const said = saidText(text);
  if (said === null) return null;
  const whole = readOption(said, options);
  if (whole.is === "option") return accepted([whole.place]);
  const pieces = said.split(/[,;\n+&]+/).flatMap((piece) => splitUnlessNamed(piece.trim(), options));
  const read = pieces.map((piece) => ({ piece, found: readOption(piece, options) }));
  if (!read.some(({ found }) => found.is !== "unknown")) return null;
  const wrong = read.find(({ found }) => found.is !== "option");
  if (wrong !== undefined) return refusedPiece(wrong.piece, wrong.found, options.length);
  const places = read.flatMap(({ found }) => (found.is === "option" ? [found.place] : []));
  return accepted([...new Set(places)].sort((one, other) => one - other));
}

/** Why a piece of a reply is no option. */
export function refusedPiece(
  piece: string,
  found: NamedOption,
  most: number,
): { readonly ok: false; readonly refusal: MethodRefusal } {
  const given = piece.slice(0, 100);
  if (found.is === "ambiguous") return unfit("reply-ambiguous", { given });
  if (found.is === "no-such-number") return unfit("no-such-option", { given, most });
  return unfit("reply-not-understood", { given });
}

function oneAnswer(text: string, most: number, read: (clause: string) => NamedOption): RepliedChoice<Place> {
  const said = saidText(text);
  if (said === null) return null;
  const whole = read(said);
  if (whole.is === "option") return accepted(whole.place);
  const clauses = clausesOf(said).map((clause) => ({ clause, found: read(clause) }));
  const places = new Set(clauses.flatMap(({ found }) => (found.is === "option" ? [found.place] : [])));
  const [place] = places;
  if (places.size > 1) return unfit("reply-several", { given: said.slice(0, 100) });
  const doubtful = clauses.find(({ found }) => found.is === "ambiguous");
  if (doubtful !== undefined) return unfit("reply-ambiguous", { given: doubtful.clause.slice(0, 100) });
  if (place !== undefined) return accepted(place);
  const [only, ...others] = clauses;
  if (only?.found.is !== "no-such-number" || others.length > 0) return null;
  return unfit("no-such-option", { given: only.clause, most });
}

function namedAmong(clause: string, size: number, names: readonly string[]): NamedOption {
  const shown = Array.from({ length: size }, (_, place) => names[place] ?? "");
  return readOption(clause, shown);
}

/** `1 3` and "bread and roses" are two options each, unless one option is called so. */
function splitUnlessNamed(piece: string, options: readonly string[]): readonly string[] {
  if (piece === "") return [];
  if (readOption(piece, options).is !== "unknown") return [piece];
  const pieces = /^#?\d+(\s+#?\d+)+$/.test(piece) ? piece.split(/\s+/) : piece.split(/\s(?:and|y|e|et|und)\s/i);
  return pieces.map((part) => part.trim()).filter((part) => part !== "");
}
