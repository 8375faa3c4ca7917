/** Words without accents, capitals, apostrophes and punctuation: `foldedWords("J’hésite !")` is `"jhesite"`. */
export function foldedWords(text: string): string {
  return text
    .replace(/['’ʼ`´]/g, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .join(" ");
}

/** So many words are looked for at once. */
const mostWords = 8;

/**
 * A text as words that can be looked for: without accents, capitals and punctuation, and each sign of a script that puts no blanks between
 * words as a word of its own. `searchableWords("Übersetzung: 会議")` is `"ubersetzung 会 議"`.
 */
export function searchableWords(text: string): string {
  return foldedWords(text.replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu, " $& "));
}

/** The words that somebody looks for; none when they typed none. */
export function wordsAskedFor(typed: string): readonly string[] {
  return searchableWords(typed.slice(0, 200))
    .split(" ")
    .filter((word) => word !== "")
    .slice(0, mostWords);
}
