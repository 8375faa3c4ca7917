import type { Place, Row, Said, Stage, Tie } from "../../methods/method.ts";
import { fixedText } from "./fixed-point.ts";

/** A count by Meek's method after an iteration; votes, quota, surplus and shares are whole numbers of a thousand-millionth. */
export interface MeekRound {
  /** How many ballots name an option. */
  readonly papers: number;
  readonly votes: readonly bigint[];
  readonly quota: bigint;
  readonly surplus: bigint;
  /** The share that each option keeps of what comes to it: 10^9 while hopeful, less when elected, 0 when defeated. */
  readonly kept: readonly number[];
}

/** What a round ended with. */
interface Ending {
  readonly seats: number;
  /** All who are elected by the end of the round. */
  readonly elected: readonly Place[];
  readonly outcome:
    | { readonly did: "nothing" }
    | { readonly did: "elected"; readonly winners: readonly Place[] }
    | { readonly did: "defeated"; readonly option: Place; readonly tied: readonly Place[] };
  readonly filled?: readonly Place[];
  /** Those elected with equal votes, whose order among them is not one of votes. */
  readonly named?: readonly Tie[];
  readonly isFirst?: boolean;
}

/** The table of a round at its last iteration, and what followed from it. */
export function tellMeekStage(round: MeekRound, ending: Ending): Stage {
  const { votes, kept, papers } = round;
  const { elected, outcome } = ending;
  const rows = votes.map((votes, place): Row => {
    const wasOut = kept[place] === 0;
    const row = { of: { place }, cells: wasOut ? ["", ""] : [fixedText(votes, 9), fixedText(kept[place] ?? 0, 9)] };
    if (elected.includes(place)) return { ...row, standing: "elected" };
    const isOut = wasOut || (outcome.did === "defeated" && outcome.option === place);
    return isOut ? { ...row, standing: "out" } : row;
  });
  const counted = votes.reduce((sum, votes) => sum + votes, 0n);
  const exhausted = BigInt(papers) * 1_000_000_000n - counted;
  rows.push({ of: { key: "decisions.method.ranked.row.exhausted" }, cells: [fixedText(exhausted, 9), ""] });
  const columns = [{ key: "decisions.method.ranked.column.votes" }, { key: "decisions.method.ranked.column.kept" }];
  return { said: sentences(round, ending), columns, rows };
}

function sentences(
  round: MeekRound,
  { seats, outcome, filled = [], named = [], isFirst = false }: Ending,
): readonly Said[] {
  if (outcome.did === "nothing") return [{ key: "decisions.method.ranked.said.no-preferences" }];
  const quota = fixedText(round.quota, 9);
  const first = { key: "decisions.method.meek-stv.said.quota", values: { ballots: round.papers, seats, quota } };
  const following = {
    key: "decisions.method.meek-stv.said.distributed",
    values: { quota, surplus: fixedText(round.surplus, 9) },
  };
  return [
    isFirst ? first : following,
    ...outcomeSentences(round, quota, outcome),
    ...(filled.length > 0
      ? [{ key: "decisions.method.ranked.said.filled", values: { filled: filled.length }, places: { options: filled } }]
      : []),
    ...named.map(({ preferred }) => ({
      key: "decisions.method.ranked.said.named-by-lot",
      places: { tied: preferred },
    })),
  ];
}

function outcomeSentences(
  { votes, surplus }: MeekRound,
  quota: string,
  outcome: Exclude<Ending["outcome"], { readonly did: "nothing" }>,
): readonly Said[] {
  if (outcome.did === "elected") {
    const values = { quota, reached: outcome.winners.length };
    return [{ key: "decisions.method.ranked.said.reached", values, places: { options: outcome.winners } }];
  }
  const places = { option: [outcome.option] };
  if (outcome.tied.length > 1) {
    // Whoever is within the surplus of the lowest ties with it, so that the one defeated need not have the very fewest.
    const values = { surplus: fixedText(surplus, 9) };
    return [{ key: "decisions.method.meek-stv.said.tied", values, places: { ...places, tied: outcome.tied } }];
  }
  const values = { votes: fixedText(votes[outcome.option] ?? 0n, 9) };
  return [{ key: "decisions.method.ranked.said.excluded", values, places }];
}
