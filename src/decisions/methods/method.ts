import type { Json } from "../../kernel/base/canonical-json.ts";
import type { Result } from "../../kernel/base/result.ts";
import type { Conclusion, Tally } from "../model/counting/tally.ts";

export type { Column, Conclusion, Place, Row, Said, Stage, Tally, Tie } from "../model/counting/tally.ts";

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
  /** What not answering says, where it says anything: `approves` for a method that carries what nobody answered. */
  readonly silence?: "approves";
  /** It asks what each person feels or will do themselves: nobody speaks for another here, whose voice they hold. */
  readonly asksEachAlone?: true;
  /** The settings of somebody who chose none. */
  readonly defaults: Settings;
  /** Settings as they came from a form, a file or the store; refused when they contradict each other or the options. */
  readSettings(raw: Json, options: readonly string[]): Result<Settings, MethodRefusal>;
  /** How many options an answer names under these settings, and whether it may say "none of these"; left out where nothing sets it. */
  limitsOf?(settings: Settings): AnswerLimits;
  /** One ballot as it came; refused with what is to be mended. Never guesses, never takes what does not fit the question. */
  readBallot(raw: Json, question: Question<Settings>): Result<Ballot, MethodRefusal>;
  /** The count: total, indifferent to the order of ballots, ties reported. `seed` settles what the rule leaves to the lot. */
  count(question: Question<Settings>, ballots: readonly Counted<Ballot>[], seed: string): Tally;
  /** Whether a ballot says no to what is asked, so that a reason may be wanted; left out where a ballot of this method cannot. */
  disagrees?(ballot: Ballot): boolean;
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

/** How many options an answer names under some settings: at least, and at most (null: as many as one likes); and whether it may want none. */
export interface AnswerLimits {
  readonly fewest: number;
  readonly most: number | null;
  readonly none: boolean;
}

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

/** Why settings or a ballot cannot be taken: its kind is the end of a message key, the rest are the message's values. */
export interface MethodRefusal {
  readonly kind: string;
  readonly option?: string;
  readonly least?: number;
  readonly most?: number;
  readonly given?: string;
}
