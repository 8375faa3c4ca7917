import { accepted } from "../../../kernel/base/result.ts";
import type { Counted } from "../../methods/method.ts";
import { shared } from "../counting/ranking.ts";
import { broken, mostBallots, type FileBallot, type Read } from "./ballot-file.ts";

/** Gathers ballots while they are read: those alike are one, so that what is kept grows with the kinds of ballots, not with the ballots. */
export interface Gathering {
  /** Adds so many ballots alike, read in a line; refuses `count-too-large` when they become more than can be counted. */
  add(ballot: FileBallot, count: number, line: number): Read<null>;
  /** What was gathered, in the order in which each first came. */
  ballots(): readonly Counted<FileBallot>[];
}

/** A gathering of nothing so far. A resource. */
export function startGathering(): Gathering {
  const found: Found = new Map();
  let total = 0;
  return {
    add: (ballot, count, line) => {
      total += count;
      if (total > mostBallots) return broken(line, "count-too-large", String(count));
      keep(found, ballot, count);
      return accepted(null);
    },
    ballots: () => [...found.values()],
  };
}

/** Ballots alike are one, with their counts added, in the order in which they first come. */
export function gathered(ballots: readonly Counted<FileBallot>[]): readonly Counted<FileBallot>[] {
  const found: Found = new Map();
  for (const { ballot, count } of ballots) keep(found, ballot, count);
  return [...found.values()];
}

type Found = Map<string, { readonly ballot: FileBallot; count: number }>;

function keep(found: Found, ballot: FileBallot, count: number): void {
  const key = keyOf(ballot);
  const known = found.get(key);
  if (known === undefined) found.set(key, { ballot: { ...ballot, ranking: ballot.ranking.map(shared) }, count });
  else known.count += count;
}

/** One short text for ballots alike: a sign for each option, and one at the end of each rank that holds several. */
function keyOf({ ranking, scores }: FileBallot): string {
  const signs: number[] = [];
  for (const rank of ranking) {
    for (const place of rank) signs.push(place + 2);
    if (rank.length > 1) signs.push(endOfRank, rank.length);
  }
  const key = String.fromCharCode(...signs);
  return scores === undefined ? key : `${key}\0${JSON.stringify(scores)}`;
}

const endOfRank = 1;
