/** What somebody said of a statement: agree, pass, disagree; null where they have said nothing yet. */
export type OpinionVote = 1 | 0 | -1 | null;

/** The answers of one person, one for each statement. */
export type OpinionRow = readonly OpinionVote[];

/** How many of some people said what of one statement. */
export interface VoteCounts {
  readonly agree: number;
  readonly disagree: number;
  readonly pass: number;
}

/**
 * The people's places in an order that depends on what they said alone, so that sums of floating point come out the same in whatever order
 * they are given. Those who said the same are interchangeable.
 */
export function orderedByAnswers(rows: readonly OpinionRow[]): readonly number[] {
  const keys = rows.map((row) => row.map((vote) => (vote === null ? 3 : vote + 1)).join(""));
  return [...rows.keys()].sort((one, other) => compareTexts(keys[one] ?? "", keys[other] ?? ""));
}

/** Whether somebody said enough to be placed: seven statements, or all where there are fewer (Small et al. 2021, section 3). */
export function saidEnough(row: OpinionRow): boolean {
  return answered(row) >= Math.min(7, row.length);
}

/** How many statements somebody said something of. */
export function answered(row: OpinionRow): number {
  return row.filter((vote) => vote !== null).length;
}

/** How many of these people said what of the statement. */
export function countVotes(rows: readonly OpinionRow[], statement: number): VoteCounts {
  let [agree, disagree, pass] = [0, 0, 0];
  for (const row of rows) {
    const vote = row[statement];
    if (vote === 1) agree += 1;
    else if (vote === -1) disagree += 1;
    else if (vote === 0) pass += 1;
  }
  return { agree, disagree, pass };
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
