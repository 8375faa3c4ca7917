import type { Place } from "../../methods/method.ts";
import type { Piles } from "./piles.ts";
import type { StrictRankings } from "./strict-rankings.ts";

/** One vote in fixed point of five decimals, in which all votes and values are counted. */
export const wholeVote = 100_000;

/** What changes while counting by transfers; votes, values and the quota are whole numbers of a hundred-thousandth. */
export interface Transfers {
  readonly seats: number;
  readonly quota: number;
  readonly papers: number;
  readonly rankings: StrictRankings;
  readonly piles: Piles;
  readonly votes: Float64Array;
  /** What each ballot is worth where it lies. */
  readonly values: Int32Array;
  /** 1 for each option that takes no more ballots, elected or excluded. */
  readonly closed: Uint8Array;
  readonly excluded: Uint8Array;
  readonly elected: Place[];
  /** Those elected whose surplus waits to be transferred. */
  readonly waiting: Place[];
  readonly history: Float64Array[];
  notTransferable: number;
}
