/** Something that must hold for the repository as a whole. */
export interface Check {
  /** One word, by which it is asked for: `npm run check -- lint`. */
  readonly name: string;
  /** What holds when it passes, in a few words. */
  readonly promise: string;
  /** What is to be mended, each as a line (or a block) that names the place; empty when all is well. */
  readonly findings: () => Promise<readonly string[]>;
}
