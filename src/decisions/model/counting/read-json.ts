import type { Json } from "../../../kernel/base/canonical-json.ts";

/** The member of that name, or undefined where there is none or where `raw` has no members. `memberOf({ seats: 2 }, "seats")` is 2. */
export function memberOf(raw: Json, name: string): Json | undefined {
  if (raw === null || typeof raw !== "object" || isList(raw)) return undefined;
  return Object.hasOwn(raw, name) ? raw[name] : undefined;
}

/** The items of a list; null for anything else. */
export function listOf(raw: Json | undefined): readonly Json[] | null {
  return raw !== undefined && isList(raw) ? raw : null;
}

/**
 * A whole number, given as one or as its digits, which is how forms send it; null for anything else. `wholeNumber("12")` is 12, and
 * `wholeNumber("12.5")`, `wholeNumber("")` and numbers of more than nine digits are null.
 */
function wholeNumber(raw: Json | undefined): number | null {
  if (typeof raw === "string") return /^-?\d{1,9}$/.test(raw.trim()) ? Number(raw) + 0 : null;
  return typeof raw === "number" && Number.isInteger(raw) && Math.abs(raw) < 1_000_000_000 ? raw + 0 : null;
}

/** A whole number from `least` to `most`; null for anything else. */
export function wholeWithin(raw: Json | undefined, least: number, most: number): number | null {
  const number = wholeNumber(raw);
  return number !== null && number >= least && number <= most ? number : null;
}

/** One of the words allowed; null for anything else. `oneOf("sum", ["sum", "mean"])` is `"sum"`. */
export function oneOf<Word extends string>(raw: Json | undefined, words: readonly Word[]): Word | null {
  return words.find((word) => word === raw) ?? null;
}

/** Yes or no, given as such or as forms send it (`on`, or nothing); null for anything else. */
export function yesOrNo(raw: Json | undefined): boolean | null {
  if (isLeftOut(raw) || raw === false || raw === "false") return false;
  return raw === true || raw === "true" || raw === "on" ? true : null;
}

/** A name in `raw` that is none of those known, or the empty text where `raw` has no names at all; undefined where all is well. */
export function strangeName(raw: Json, known: object): string | undefined {
  if (raw === null || typeof raw !== "object" || isList(raw)) return "";
  return Object.keys(raw).find((name) => !Object.hasOwn(known, name));
}

/** Whether something is left out, as an empty field of a form is. */
export function isLeftOut(raw: Json | undefined): raw is null | "" | undefined {
  return raw === undefined || raw === null || raw === "";
}

/** What was written, to be told to whoever wrote it; empty where it was neither text nor a number. */
export function textOf(raw: Json | undefined): string {
  return typeof raw === "string" || typeof raw === "number" ? String(raw).slice(0, 100) : "";
}

function isList(raw: Json): raw is readonly Json[] {
  return Array.isArray(raw);
}
