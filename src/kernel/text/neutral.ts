// Controls that turn the order of letters around: embeddings, overrides and isolates (Unicode Standard Annex 9, section 2). The two
// plain marks U+200E and U+200F stay in running text, where Arabic and Hebrew need them, and can do no harm beyond a word.
const turning = /[\u202a-\u202e\u2066-\u2069]/g;
// What takes no room: controls and all that Unicode calls ignorable (soft hyphens, zero-width spaces, tag characters, …), and the blanks that
// are no spaces; but not white space, nor the joiners and selectors that Persian, Indic scripts and emoji need.
const unseen =
  /[[\p{Cc}\p{Default_Ignorable_Code_Point}\u{2800}\u{fff9}-\u{fffb}]--[\s\p{Join_Control}\p{Variation_Selector}]]/gv;

/** Running text without controls that turn the order of letters around, so that no word can be made to read as another. */
export function unturned(text: string): string {
  return text.replace(turning, "");
}

/**
 * A name as it may stand in a line with other words: one line, nothing unseen, nothing turned around, no towers of accents, at most
 * `most` characters; empty names come out empty. `shownName("Ada\u202egnivoL")` is "AdagnivoL".
 *
 * It does not tell look-alikes apart, so a handle with its host (see `shownHandle`) stands beside a name wherever it matters whose it is.
 */
export function shownName(name: string, most = 80): string {
  const plain = unturned(name.normalize("NFC"))
    .replace(unseen, "")
    .replace(/\s+/gu, " ")
    // Three marks upon one letter are the most that living orthographies use; more only climb into other lines.
    .replace(/(\p{M}{3})\p{M}+/gu, "$1")
    .trim();
  if (plain.length <= most) return plain;
  const characters = Array.from(letters.segment(plain), ({ segment }) => segment);
  return characters.length <= most ? plain : `${characters.slice(0, most - 1).join("")}…`;
}

// By what readers take for one character, so that no emoji is cut in two.
const letters = new Intl.Segmenter("en", { granularity: "grapheme" });
