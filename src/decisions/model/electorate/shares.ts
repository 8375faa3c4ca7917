import { fewestPublished } from "../secret/secret-ballot.ts";

/** How many of those who may answer live on a server, and how many of them did. */
export interface ServerShare {
  /** Empty for those who came by e-mail. */
  readonly host: string;
  readonly eligible: number;
  readonly answered: number;
}

/** Shares as they are shown: servers by themselves, and the others together. */
export interface ShownShares {
  readonly servers: readonly ServerShare[];
  /** Those who are not told apart; undefined when there are none. */
  readonly others: Omit<ServerShare, "host"> | undefined;
}

/** So many servers are shown by themselves at most. */
const mostShown = 12;

/**
 * The shares of servers in open answers: the largest by themselves, the rest together.
 * `openShares([{ host: "a.example", eligible: 3, answered: 1 }])` shows that server.
 */
export function openShares(shares: readonly ServerShare[]): ShownShares {
  return folded(bySize(shares), mostShown);
}

/**
 * The shares of servers where answers are closed or secret: a server from which fewer than five answered is not told apart, and neither is
 * the smallest of the others while those not told apart are fewer than five themselves, since they could be reckoned by subtraction.
 */
export function guardedShares(shares: readonly ServerShare[]): ShownShares {
  const sizes = bySize(shares).toSorted((one, other) => other.answered - one.answered);
  let shown = Math.min(mostShown, sizes.filter(({ answered }) => answered >= fewestPublished).length);
  while (shown > 0 && shown < sizes.length && sum(sizes.slice(shown)).answered < fewestPublished) shown -= 1;
  return folded(sizes, shown);
}

function folded(shares: readonly ServerShare[], shown: number): ShownShares {
  const rest = shares.slice(shown);
  return { servers: shares.slice(0, shown), others: rest.length === 0 ? undefined : sum(rest) };
}

function bySize(shares: readonly ServerShare[]): readonly ServerShare[] {
  return shares.toSorted((one, other) => other.eligible - one.eligible || (one.host < other.host ? -1 : 1));
}

function sum(shares: readonly ServerShare[]): Omit<ServerShare, "host"> {
  const total = (count: (share: ServerShare) => number) => shares.reduce((so, share) => so + count(share), 0);
  return { eligible: total(({ eligible }) => eligible), answered: total(({ answered }) => answered) };
}
