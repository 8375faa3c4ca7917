// Consonants and digits without those that are taken for one another: no code spells a word, and none is taken for a sign-in code, which
// is shorter and has no such beginning.
const letters = "bcdfghjkmnpqrtvwxz3479";
const length = 20;

/**
 * The code that random octets give: `koinon-` and 20 of 22 signs, which is 89 bits. Nobody guesses it, so that it need not be secret either:
 * it is shown by whoever has the domain, or said by whoever has the account.
 *
 * @param octets at least 20 of them, uniformly random
 */
export function proofCode(octets: Uint8Array): string {
  return `koinon-${Array.from(octets.slice(0, length), (octet) => letters[octet % letters.length] ?? "").join("")}`;
}

/** The code in what somebody wrote; undefined when there is none. `proofCodeIn("Yes: KOINON-bcdfghjkmnpqrtvwxz34.")` finds it. */
export function proofCodeIn(text: string): string | undefined {
  return pattern.exec(text.slice(0, 2_000).toLowerCase())?.[0];
}

const pattern = new RegExp(`koinon-[${letters}]{${length}}(?![a-z0-9])`);
