/** The accent colours a community may choose from; the interface draws each with lightness and chroma of its own. */
export const accentHues = [
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

/** The name of an accent colour. */
export type AccentHue = (typeof accentHues)[number];
