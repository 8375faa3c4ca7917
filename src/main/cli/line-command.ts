import type { Configuration } from "../configuration.ts";

/** One thing that `koinon` can be told at the command line. */
export interface LineCommand {
  readonly name: string;
  /** Its name and words, as its help shows them: `backup FILE`. */
  readonly usage: string;
  /** One sentence for the help. */
  readonly does: string;
  /** Carries it out; gives the exit code. */
  run(configuration: Configuration, words: readonly string[]): Promise<number>;
}
