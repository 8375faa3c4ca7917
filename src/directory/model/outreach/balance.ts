import { unknown } from "../filter.ts";

/** By what the balance of places is counted. */
export const balancedBy = ["ownership", "country", "languages"] as const;
export type BalancedBy = (typeof balancedBy)[number];

/** What a place counts as; of some, such as languages, a place may have several. */
export type Counted = Readonly<Record<BalancedBy, readonly string[]>>;

/** One answer with how many there are on the board, and how many of a list would come to them. */
export interface BalanceRow {
  /** Undefined for all the rest together. */
  readonly answer: string | undefined;
  readonly board: number;
  readonly list: number;
}

/** So many answers stand by themselves. */
const MOST = 10;

/**
 * How many places of each answer are on a board and in a list, the most first, what is unknown last; beyond ten the rest is put together. A board of one Italian
 * and a list of two gives `IT` with 1 and 2.
 */
export function balanceRows(
  by: BalancedBy,
  board: readonly Counted[],
  list: readonly Counted[],
): readonly BalanceRow[] {
  const counts = new Map<string, { board: number; list: number }>();
  const count = (places: readonly Counted[], where: "board" | "list") => {
    for (const answer of places.flatMap((place) => [...new Set(place[by].length === 0 ? [unknown] : place[by])])) {
      const row = counts.get(answer) ?? { board: 0, list: 0 };
      row[where] += 1;
      counts.set(answer, row);
    }
  };
  count(board, "board");
  count(list, "list");
  const rows = [...counts]
    .map(([answer, row]) => ({ answer, ...row }))
    .toSorted(
      (one, other) =>
        Number(one.answer === unknown) - Number(other.answer === unknown) ||
        other.board + other.list - (one.board + one.list) ||
        (one.answer < other.answer ? -1 : 1),
    );
  if (rows.length <= MOST) return rows;
  const rest = rows.slice(MOST - 1);
  const sum = (of: "board" | "list") => rest.reduce((total, row) => total + row[of], 0);
  return [...rows.slice(0, MOST - 1), { answer: undefined, board: sum("board"), list: sum("list") }];
}
