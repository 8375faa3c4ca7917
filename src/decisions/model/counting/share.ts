import type { Json } from "../../../kernel/base/canonical-json.ts";
import { compareFractions, fraction, zero, type Fraction } from "../../../kernel/base/fraction.ts";

/** How a share must be met: `at-least` it, or by `more-than` it (a majority is more than a half). */
export type Reach = "at-least" | "more-than";

/**
 * A share from 0 to 1 as people write it: a percentage of up to four decimals, or a fraction. `readShare("66.5 %")` is 133/200,
 * `readShare("2/3")` is 2/3, `readShare(75)` is 3/4; null for anything else.
 */
export function readShare(raw: Json | undefined): Fraction | null {
  const text = typeof raw === "number" ? String(raw) : raw;
  if (typeof text !== "string" || text.length > 24) return null;
  const share = shareOfPercent(text.trim()) ?? shareOfFraction(text.trim());
  if (share === null || compareFractions(share, zero) < 0 || share.numerator > share.denominator) return null;
  return share;
}

/** A share as it is kept and shown: `75 %` where it is a percentage of at most four decimals, else `2/3`. {@link readShare} reads it. */
export function shareText(share: Fraction): string {
  const scaled = share.numerator * 1_000_000n;
  if (scaled % share.denominator !== 0n) return `${share.numerator}/${share.denominator}`;
  const parts = scaled / share.denominator;
  const decimals = (parts % 10_000n).toString().padStart(4, "0").replace(/0+$/, "");
  return `${parts / 10_000n}${decimals === "" ? "" : `.${decimals}`}\u00a0%`;
}

/** Whether `part` of `whole` meets the share. Of nothing, no part is a share: `meetsShare(0, 0, …)` is false. */
export function meetsShare(part: number, whole: number, share: Fraction, reach: Reach): boolean {
  if (whole === 0) return false;
  const compared = compareFractions(fraction(part, whole), share);
  return reach === "at-least" ? compared >= 0 : compared > 0;
}

/** The least whole number that meets the share of `whole`: `leastOf(20, 3/4, "at-least")` is 15, `"more-than"` is 16. */
export function leastOf(whole: number, share: Fraction, reach: Reach): number {
  const product = BigInt(whole) * share.numerator;
  const floor = product / share.denominator;
  if (reach === "more-than") return Number(floor) + 1;
  return Number(product % share.denominator === 0n ? floor : floor + 1n);
}

/**
 * How many more would have had to join `part` (and so `whole`, too) for the share to be met; null where no number suffices, as where
 * all must agree and one does not. `moreToMeet(14, 20, 3/4, "at-least")` is 4, since 18 of 24 is three quarters.
 */
export function moreToMeet(part: number, whole: number, share: Fraction, reach: Reach): number | null {
  if (meetsShare(part, whole, share, reach)) return 0;
  const rest = share.denominator - share.numerator;
  const lacking = share.numerator * BigInt(whole) - share.denominator * BigInt(part);
  if (rest === 0n) return reach === "at-least" && lacking === 0n ? 1 : null;
  const floor = lacking / rest;
  const isEven = lacking % rest === 0n;
  return Math.max(1, Number(reach === "more-than" || !isEven ? floor + 1n : floor));
}

function shareOfPercent(text: string): Fraction | null {
  const [, whole, decimals = ""] = /^(\d{1,3})(?:[.,](\d{1,4}))?\s*%?$/.exec(text) ?? [];
  return whole === undefined ? null : fraction(BigInt(whole + decimals), 100n * 10n ** BigInt(decimals.length));
}

function shareOfFraction(text: string): Fraction | null {
  const [, above, below] = /^(\d{1,6})\s*\/\s*(\d{1,6})$/.exec(text) ?? [];
  return above === undefined || below === undefined || Number(below) === 0
    ? null
    : fraction(Number(above), Number(below));
}
