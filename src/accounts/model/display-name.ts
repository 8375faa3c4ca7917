const mostCharacters = 80;

/**
 * A name as others will see it: one line, without control characters, without marks that turn the direction of writing and
 * without invisible letters, by which a name could pose as another or as part of the page; at most 80 characters.
 *
 * `cleanName(" Ana\n\u202eanA ", "@ana@social.example")` is `"Ana anA"`; what leaves nothing gives `otherwise`.
 */
export function cleanName(written: string, otherwise: string): string {
  const cleaned = written
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .replace(deceptive, "")
    .replace(/\s+/g, " ")
    .trim();
  const cut = Array.from(cleaned).slice(0, mostCharacters).join("").trim();
  return visible.test(cut) ? cut : otherwise;
}

const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

// Format characters (bidirectional controls, zero-width spaces, tags) but for the joiners that scripts and emoji need
// (Unicode Standard Annex 31, section 2.3), lone surrogates, and letters that show nothing.
const deceptive = /(?![\u200c\u200d])\p{Cf}|\p{Cs}|[\u115f\u1160\u3164\uffa0]/gu;
