/** A kind of test that can show a guard at work; all but journeys are projects of `vitest.config.ts`. */
export type ProofProject =
  | "rules"
  | "store-sqlite"
  | "store-postgres"
  | "federation-sqlite"
  | "federation-postgres"
  | "journeys";

/** What takes a guard out of the program: a text that stands once in a file, and what stands there then. */
export interface Removal {
  /** From the project's folder. */
  readonly file: string;
  readonly text: string;
  readonly becomes: string;
}

/** The tests that must fail when the guard is out. */
export interface Proof {
  readonly project: ProofProject;
  /** From the project's folder. */
  readonly file: string;
  /** Part of the names of these tests, and a text of their file. */
  readonly named: string;
}

/** One thing that stands between hostile input and what it is after. */
export interface Guard {
  /** Rows of `threats.ts`. */
  readonly rows: readonly number[];
  /** What it does, in words for whoever reads `docs/threats.md`. */
  readonly does: string;
  readonly without: readonly Removal[];
  readonly shownBy: Proof;
}
