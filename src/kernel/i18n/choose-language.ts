import { isLanguage, type Language } from "./language.ts";

/** What is known of a reader's languages, strongest first. */
export interface LanguageWishes {
  /** What the reader chose: on this page, in their settings or before in this browser. */
  readonly chosen?: string | undefined;
  /** The request's Accept-Language header, as it came. */
  readonly acceptLanguage?: string | undefined;
  /** The first language of the community whose page it is. */
  readonly community?: string | undefined;
  readonly server: Language;
}

/** The language to speak to a reader: the choice, else the browser's wish, else the community's, else the server's. */
export function chooseLanguage(wishes: LanguageWishes): Language {
  const candidates = [wishes.chosen, ...acceptedLanguages(wishes.acceptLanguage), wishes.community];
  for (const candidate of candidates) {
    const language = candidate === undefined ? undefined : spokenLanguage(candidate);
    if (language !== undefined) return language;
  }
  return wishes.server;
}

/** The language of the interface that serves a reader of `tag`; `spokenLanguage("de-AT")` is "de". */
export function spokenLanguage(tag: string): Language | undefined {
  const primary = (tag.split("-")[0] ?? "").toLowerCase();
  return isLanguage(primary) ? primary : undefined;
}

// Browsers send under 100 characters; what is longer is cut, so that a hostile header costs nothing.
const longestHeader = 1_000;
const mostRanges = 32;

/**
 * The languages of an Accept-Language header, best first (RFC 9110, section 12.5.4). Ranges with weight 0, the wildcard and
 * whatever is no language tag are left out.
 *
 * `acceptedLanguages("fr;q=0.5, de-AT, *;q=0.1")` is `["de-AT", "fr"]`.
 */
export function acceptedLanguages(header: string | undefined): readonly string[] {
  if (header === undefined) return [];
  return header
    .slice(0, longestHeader)
    .split(",", mostRanges)
    .flatMap((range) => weightedRange(range))
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}

function weightedRange(range: string): readonly { readonly tag: string; readonly weight: number }[] {
  const parts = range.split(";").map((part) => part.trim());
  const tag = parts[0] ?? "";
  const weight = parts.length < 2 ? 1 : quality(parts[1] ?? "");
  if (!/^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,4}$/.test(tag) || weight === 0) return [];
  return [{ tag, weight }];
}

/** A weight by the grammar of RFC 9110, section 12.4.2; anything else counts for nothing. */
function quality(parameter: string): number {
  const digits = /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/i.exec(parameter)?.[1];
  return digits === undefined ? 0 : Number(digits);
}
