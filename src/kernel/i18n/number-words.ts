import { formattingLocale, type Language } from "./language.ts";
import { remembered } from "./remembered.ts";

/** A share as an exact fraction; the denominator is above zero. */
export interface Share {
  readonly numerator: bigint | number;
  readonly denominator: bigint | number;
}

/** How one reader is told of counts, shares and sums. */
export interface NumberWords {
  /** "12,345" in English, "12.345" in German; exact for `bigint`. */
  number(value: number | bigint): string;
  /**
   * A share, rounded to the nearest at `decimals` places (none by default). It shows 100 % only if it is the whole and 0 % only
   * if it is nothing: `percent({ numerator: 999, denominator: 1000 })` is "99%".
   */
  percent(share: Share, decimals?: number): string;
  /** A sum of money from integer minor units and its ISO 4217 code: `money(1250n, "EUR")` is "€12.50". */
  money(minorUnits: bigint, currency: string): string;
}

/** Words for numbers in `language`. */
export function numberWords(language: Language): NumberWords {
  return {
    number: (value) => numberFormat(`${language} decimal`).format(value),
    percent: (share, decimals = 0) =>
      numberFormat(`${language} percent ${decimals}`).format(shownShare(share, decimals)),
    money(minorUnits, currency) {
      const format = numberFormat(`${language} currency ${currency}`);
      return format.format(decimalText(minorUnits, format.resolvedOptions().maximumFractionDigits ?? 2));
    },
  };
}

/** A share as a number from 0 to 1, for drawing it; never for deciding by it. `numberOfShare({ numerator: 1, denominator: 4 })` is 0.25. */
export function numberOfShare({ numerator, denominator }: Share): number {
  return Math.min(1, Math.max(0, Number(numerator) / Number(denominator)));
}

const numberFormat = remembered(200, (key) => {
  const [language, style, detail] = key.split(" ") as [
    Language,
    "decimal" | "percent" | "currency",
    string | undefined,
  ];
  const locale = formattingLocale(language);
  if (style === "currency") return new Intl.NumberFormat(locale, { style, currency: detail ?? "" });
  if (style === "percent") return new Intl.NumberFormat(locale, { style, minimumFractionDigits: Number(detail) });
  return new Intl.NumberFormat(locale);
});

function shownShare(share: Share, decimals: number): Intl.StringNumericLiteral {
  const numerator = BigInt(share.numerator);
  const denominator = BigInt(share.denominator);
  if (denominator <= 0n) throw new Error(`a share of ${denominator} parts means nothing`);
  const whole = 10n ** BigInt(decimals + 2);
  const rounded = (2n * numerator * whole + denominator) / (2n * denominator);
  if (numerator > 0n && rounded === 0n) return decimalText(1n, decimals + 2);
  if (numerator < denominator && rounded === whole) return decimalText(whole - 1n, decimals + 2);
  return decimalText(rounded, decimals + 2);
}

/** `decimalText(-1205n, 2)` is "-12.05": digits, so that Intl rounds nothing. */
function decimalText(units: bigint, decimals: number): Intl.StringNumericLiteral {
  const sign = units < 0n ? "-" : "";
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, "0");
  const point = digits.length - decimals;
  const text = decimals === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
  return text as Intl.StringNumericLiteral;
}
