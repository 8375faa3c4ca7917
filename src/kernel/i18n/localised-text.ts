/** A text that people wrote in one language or several: BCP 47 tag to text. At least one entry; the first is the original. */
export type LocalisedText = Readonly<Record<string, string>>;

/** One of the texts with the language it is in, which the page must say in a `lang` attribute. */
export interface PickedText {
  readonly language: string;
  readonly text: string;
}

/**
 * The text a reader of these languages (best first) reads best: an exact tag, else a tag of the same language, else the original.
 *
 * `pickText({ es: "Hola", "pt-BR": "Olá" }, ["pt", "en"])` is `{ language: "pt-BR", text: "Olá" }`. Undefined only for no text.
 */
export function pickText(texts: LocalisedText, readerLanguages: readonly string[]): PickedText | undefined {
  const written = Object.entries(texts).filter(([, text]) => text.trim() !== "");
  for (const wanted of readerLanguages) {
    const exact = written.find(([language]) => language.toLowerCase() === wanted.toLowerCase());
    const related = exact ?? written.find(([language]) => primaryTag(language) === primaryTag(wanted));
    if (related !== undefined) return { language: related[0], text: related[1] };
  }
  const original = written[0];
  return original === undefined ? undefined : { language: original[0], text: original[1] };
}

function primaryTag(language: string): string {
  return (language.split("-")[0] ?? "").toLowerCase();
}
