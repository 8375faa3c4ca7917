/** Longer texts are remarks, and are not looked at. */
const mostCharacters = 2_000;

/** Words that open a reason or a reserve, in five languages: the answer is the piece before them. */
const reasonWords =
  /\s(?:because|since|but|porque|pues|pero|parce que|parce qu['’]|car|mais|weil|denn|aber|perch[eé]['’]?|poich[eé]|ma)\s/iu;

/**
 * What somebody wrote, without the handles, tags and links that stand in a reply; null where there is nothing or too much to look at.
 * `saidText("@vote@koinon.example Agree!")` is `"Agree!"`.
 */
export function saidText(text: string): string | null {
  if (text.length > mostCharacters) return null;
  const said = text
    .split(/(\s+)/)
    .filter((word) => !/^(@\S|#[^\d\s]|https?:\/\/)/i.test(word))
    .join("")
    .trim();
  return said === "" ? null : said;
}

/**
 * The pieces of a reply between full stops, commas, dashes, line breaks and words such as "because", as they were written.
 * `clausesOf("I agree because it helps. Thanks")` is `["I agree", "it helps", "Thanks"]`.
 */
export function clausesOf(text: string): readonly string[] {
  return text
    .split(/[.,;:!?\n()"“”«»–—]+|\s-+\s/)
    .flatMap((piece) => piece.split(reasonWords))
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");
}
