/**
 * An exact fraction in lowest terms, its denominator positive; two equal fractions have equal parts.
 *
 * Shares, means and thresholds are fractions, since a tally that rounds cannot be checked by hand.
 */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Nothing of something. */
export const zero: Fraction = { numerator: 0n, denominator: 1n };

/** The fraction `numerator / denominator` in lowest terms; `fraction(2, 4)` is 1/2. A denominator of 0 is a bug of the caller. */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  const [above, below] = [BigInt(numerator), BigInt(denominator)];
  if (below === 0n) throw new Error(`no fraction has the denominator 0 (numerator ${above})`);
  const divisor = greatestCommonDivisor(magnitude(above), magnitude(below));
  const sign = below < 0n ? -1n : 1n;
  return { numerator: (sign * above) / divisor, denominator: (sign * below) / divisor };
}

/** The sum; 1/2 and 1/3 give 5/6. */
export function addFractions(one: Fraction, other: Fraction): Fraction {
  return fraction(
    one.numerator * other.denominator + other.numerator * one.denominator,
    one.denominator * other.denominator,
  );
}

/** Negative, zero or positive as `one` is less than, equal to or greater than `other`, by cross-multiplication; for `sort`. */
export function compareFractions(one: Fraction, other: Fraction): -1 | 0 | 1 {
  const [left, right] = [one.numerator * other.denominator, other.numerator * one.denominator];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The nearest number, for drawing and showing alone; never compare, add or store it. */
export function approximately(value: Fraction): number {
  return Number(value.numerator) / Number(value.denominator);
}

/** A fraction as text, for records; `fractionText(fraction(2, 4))` is `1/2`. */
export function fractionText(value: Fraction): string {
  return `${value.numerator}/${value.denominator}`;
}

/** Reads what {@link fractionText} wrote; null for any other text. */
export function fractionFromText(text: string): Fraction | null {
  const parts = /^(-?\d{1,100})\/(\d{1,100})$/.exec(text);
  if (parts?.[1] === undefined || parts[2] === undefined || BigInt(parts[2]) === 0n) return null;
  return fraction(BigInt(parts[1]), BigInt(parts[2]));
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let [divisor, rest] = [one, other];
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  return divisor;
}
