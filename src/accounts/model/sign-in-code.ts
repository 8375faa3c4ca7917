// Consonants and digits alone, so that no code spells a word, without those that are taken for one another.
const letters = "BCDFGHJKMNPQRTVWXZ3479";
const codeLength = 8;

/**
 * The code that random octets give: 8 of 22 signs, in two groups, which is 35 bits; guessing is limited by who may try how often.
 * `signInCode([0, 1, 2, 3, 4, 5, 6, 7])` is `"BCDF-GHJK"`.
 *
 * @param octets at least 8 of them, uniformly random
 */
export function signInCode(octets: readonly number[]): string {
  // 256 is not a multiple of 22: fourteen signs come a little more often than the others, which costs a fraction of a bit.
  const signs = octets.slice(0, codeLength).map((octet) => letters[octet % letters.length] ?? "");
  return `${signs.slice(0, 4).join("")}-${signs.slice(4).join("")}`;
}

/**
 * The code in what somebody wrote, as it was shown; undefined when there is none. Small letters and a missing hyphen are mended.
 * `codeIn("hello, it is bcdfghjk")` is `"BCDF-GHJK"`.
 */
export function codeIn(text: string): string | undefined {
  const found = pattern.exec(text.slice(0, 2_000).toUpperCase());
  return found === null ? undefined : `${found[1]}-${found[2]}`;
}

const pattern = new RegExp(`(?<![\\p{L}\\p{N}])([${letters}]{4})[\\s‐-―-]?([${letters}]{4})(?![\\p{L}\\p{N}])`, "u");
