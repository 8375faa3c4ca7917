/** The accent colours a community may choose from, by the name under which the chooser offers them. */
export const hues = [
  "rust",
  "amber",
  "olive",
  "leaf",
  "fern",
  "sea",
  "lagoon",
  "sky",
  "ink",
  "violet",
  "plum",
  "rose",
] as const;

/** An accent colour: its hue alone; lightness and chroma are the program's, so that contrast holds (see `styles/tokens.css`). */
export type Hue = (typeof hues)[number];

/** Whether `text` names an accent colour. */
export function isHue(text: string): text is Hue {
  return hues.some((hue) => hue === text);
}
