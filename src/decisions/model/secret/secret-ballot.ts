import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { Conclusion, Tally } from "../counting/tally.ts";

/** Whether those who took part in a secret ballot are named after closing. How they voted is told in no case. */
export type Turnout = "hidden" | "listed";
export const turnouts: readonly Turnout[] = ["hidden", "listed"];

/** A ballot as it is published: beside the digest of its receipt code, by which whoever has the code finds it. */
export interface PublishedBallot {
  /** SHA-256 of the code, hex. */
  readonly digest: string;
  readonly ballot: Json;
}

/** Below so many ballots none is published and no count is told: with few, who said what could be reckoned (decisions reference, section 6.2). */
export const fewestPublished = 5;

/** A receipt code: 128 random bits as 32 hexadecimal digits. */
export type ReceiptCode = string & { readonly receiptCode: true };

/**
 * A receipt code as somebody typed or pasted it: blanks and hyphens between, capital letters or not. Undefined when it is none.
 * `readCode("0123-4567 89AB-CDEF-0123-4567-89ab-cdef")` is `"0123456789abcdef0123456789abcdef"`.
 */
export function readCode(typed: string): ReceiptCode | undefined {
  const digits = typed.replaceAll(/[\s-]/g, "").toLowerCase();
  return isCode(digits) ? digits : undefined;
}

/** The code as people read and copy it: `0123-4567-89ab-…`. */
export function shownCode(code: ReceiptCode): string {
  return (code.match(/.{4}/g) ?? []).join("-");
}

/**
 * What is kept of the count of a few ballots: how many there were and the verdict, but neither the numbers that led to it nor the seed,
 * from which few ballots can be guessed.
 */
export function withheld<
  Count extends { readonly tally: Tally; readonly conclusion: Conclusion; readonly seed: string },
>(count: Count): Count {
  const tally = { ...count.tally, elected: [], stages: [], ties: [] };
  const { verdict, why } = count.conclusion;
  const said = { key: "decisions.secret.why.withheld", values: { fewest: fewestPublished } };
  // How many took part is told in any case.
  const told = verdict === "no-quorum" || verdict === "no-answers" ? why : [said];
  return { ...count, tally, conclusion: { ...count.conclusion, why: told }, seed: "" };
}

function isCode(digits: string): digits is ReceiptCode {
  return /^[0-9a-f]{32}$/.test(digits);
}
