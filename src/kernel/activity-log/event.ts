import type { Json } from "../base/canonical-json.ts";

/** Whose chain of records something belongs to: one community's, by its id, or the server's own. */
export type Chain = string;

/** The chain of the server itself: people, sign-ins, settings. */
export const serverChain: Chain = "server";

/**
 * Something that happened, as a command tells it. Ids and plain values only; the version stays readable for ever.
 *
 * Never the content of a secret ballot, a token, or a private message.
 */
export interface NewEvent {
  /** Past tense, kebab-case: `gathering-announced`. */
  readonly name: string;
  readonly version: number;
  readonly payload: { readonly [name: string]: Json };
}

/** An event as subscribers receive it. `id` is `chain/sequence`: stable, so activity ids may derive from it. */
export interface LoggedEvent extends NewEvent {
  readonly id: string;
  readonly chain: Chain;
  readonly sequence: number;
  readonly at: Temporal.Instant;
  /** `person:<id>`, `clock`, `server`, `visitor`, or `unnamed` for what must not be known of anybody. */
  readonly actor: string;
  readonly command: string;
}
