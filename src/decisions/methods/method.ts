import type { Json } from "../../kernel/base/canonical-json.ts";
import type { Result } from "../../kernel/base/result.ts";

/**
 * What a method of decision is: how positions are given and how they are counted. Each has its own folder beside this file, and is
 * named by how it counts.
 *
 * Everything here is pure and exact, so that anyone recounts: whole numbers and exact fractions, never floating point; the order of
 * ballots changes nothing; chance comes from the seed alone.
 */
export interface MethodRules<Settings extends Json, Ballot extends Json> {
  /** Its stable name on the wire, in rows and on the command line, such as `scottish-stv`. */
  readonly id: string;
  /** The version of the counting rule; kept with every outcome, and raised whenever a count could come out otherwise. */
  readonly version: number;
  /** Who names the options: the proposal (with the fewest and most it may have), or the method itself. */
  readonly options: OptionsOfMethod;
  /** The settings of somebody who chose none. */
  readonly defaults: Settings;
  /** Settings as they came from a form, a file or the store; refused when they contradict each other or the options. */
  readSettings(raw: Json, options: readonly string[]): Result<Settings, MethodRefusal>;
  /** One ballot as it came; refused with what is to be mended. Never guesses, never takes what does not fit the question. */
  readBallot(raw: Json, question: Question<Settings>): Result<Ballot, MethodRefusal>;
  /** The count: total, indifferent to the order of ballots, ties reported. `seed` settles what the rule leaves to the lot. */
  count(question: Question<Settings>, ballots: readonly Counted<Ballot>[], seed: string): Tally;
  /** What the count means under the settings, with the reason. That too few took part is found before and elsewhere. */
  conclude(tally: Tally, question: Question<Settings>, participation: Participation): Conclusion;
}

/** `own`: the proposal names them, so many at least and at most. `fixed`: the method does; their names are message keys. */
export type OptionsOfMethod =
  | { readonly kind: "own"; readonly fewest: number; readonly most: number }
  | { readonly kind: "fixed"; readonly keys: readonly string[] };

/** What is asked: the names of the options in their order, and how answers are given and counted. */
export interface Question<Settings extends Json = Json> {
  readonly options: readonly string[];
  readonly settings: Settings;
}

/** An option, by its place in the question's list, from 0. Options are added at the end and never moved, so a place stays true. */
export type Place = number;

/** Equal ballots once, with how many there are (a positive whole number). */
export interface Counted<Ballot> {
  readonly ballot: Ballot;
  readonly count: number;
}

/** Who could answer and who did: whole numbers of voices. */
export interface Participation {
  readonly eligible: number;
  readonly answered: number;
}

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
  readonly verdict: "carried" | "not-carried" | "tied" | "chosen" | "no-answers" | "informative";
  readonly chosen: readonly Place[];
  readonly why: readonly Said[];
}

/** Why settings or a ballot cannot be taken: its kind is the end of a message key, the rest are the message's values. */
export interface MethodRefusal {
  readonly kind: string;
  readonly option?: string;
  readonly least?: number;
  readonly most?: number;
  readonly given?: string;
}
