/** `fixedText(104978000, 5)` is `1049.78000`: a whole number of the last decimal place as text. */
export function fixedText(value: number | bigint, decimals: number): string {
  const digits = String(value).padStart(decimals + 1, "0");
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** One, in fixed point of nine decimals. */
export const oneBillion = 1_000_000_000;

/**
 * The product of two numbers from 0 to 1 in fixed point of nine decimals, rounded up; exact, though the product has 60 bits.
 *
 * The quotient by 10^9 as a double is off by one at most, and what remains fits 32 bits, where multiplication wraps without loss.
 * `productUp(500000001, 500000001)` is 250000002.
 */
export function productUp(one: number, other: number): number {
  let quotient = Math.floor((one * other) / oneBillion);
  let rest = (Math.imul(one, other) - Math.imul(quotient, oneBillion)) | 0;
  if (rest < 0) {
    quotient -= 1;
    rest += oneBillion;
  } else if (rest >= oneBillion) {
    quotient += 1;
    rest -= oneBillion;
  }
  return rest > 0 ? quotient + 1 : quotient;
}

/** The quotient of two positive whole numbers, rounded up; `quotientUp(7n, 3n)` is 3. */
export function quotientUp(one: bigint, other: bigint): bigint {
  return (one + other - 1n) / other;
}
