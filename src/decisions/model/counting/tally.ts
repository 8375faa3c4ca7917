/** What a count is, apart from how it was made: the same for every method, plain JSON, enough to redo and to publish it. */

/** An option, by its place in the question's list, from 0. Options are added at the end and never moved, so a place stays true. */
export type Place = number;

/** A count, enough to redo it by hand and to publish. Plain JSON. */
export interface Tally {
  readonly method: string;
  readonly version: number;
  /** How many ballots were counted, those without any preference among them. */
  readonly ballots: number;
  /** The places of those chosen, in the order in which they were; several of equal standing only where a tie remains. */
  readonly elected: readonly Place[];
  readonly stages: readonly Stage[];
  readonly ties: readonly Tie[];
}

/** One step of a count: a table and what was done about it. */
export interface Stage {
  /** What is done in this stage and why, sentence by sentence, so that a member can follow with a pencil. */
  readonly said: readonly Said[];
  /** What the columns of the table hold: a message, or an option (in a table of pairs). */
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** The heading of a column. */
export type Column = { readonly key: string } | { readonly place: Place };

/** One line of a stage's table: an option, or something else that has votes, such as those not transferable, by its message key. */
export interface Row {
  readonly of: { readonly place: Place } | { readonly key: string };
  /** Exact numbers as text (`12`, `1049.78000`, `7/3`), one per column; empty where there is none. */
  readonly cells: readonly string[];
  readonly standing?: "elected" | "out";
}

/** A sentence: the key of a message under `decisions.method.…` and its values; `places` are shown by the names of the options. */
export interface Said {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly places?: Readonly<Record<string, readonly Place[]>>;
}

/** Options that stood equal where the rule needs one before the other, and how it was settled. */
export interface Tie {
  /** The stage in which it arose, from 0. */
  readonly stage: number;
  readonly between: readonly Place[];
  /** Those preferred, in order; empty when the tie stands. */
  readonly preferred: readonly Place[];
  /** By an earlier stage, by the order or lot that was declared before, or not at all. */
  readonly by: "earlier-stage" | "further-rule" | "lot" | "stands";
}

/** What a count concludes. */
export interface Conclusion {
  readonly verdict: Verdict;
  readonly chosen: readonly Place[];
  readonly why: readonly Said[];
}

/** `chosen` names the winners of a method that chooses; `no-quorum` that too few took part for anything to hold. */
export type Verdict = "carried" | "not-carried" | "tied" | "chosen" | "no-answers" | "informative" | "no-quorum";
