import type { Conclusion, Place, Tally } from "../../methods/method.ts";

/**
 * What a count by ranking concludes: `chosen` when as many were elected as there are seats, `tied` when more stand equal than seats are
 * left, `no-answers` when nobody gave a preference.
 */
export function concludeRanked(tally: Tally, seats: number): Conclusion {
  const { elected } = tally;
  if (elected.length === 0) {
    const key =
      tally.ballots === 0 ? "decisions.method.ranked.why.no-ballots" : "decisions.method.ranked.why.no-preferences";
    return { verdict: "no-answers", chosen: [], why: [{ key, values: { ballots: tally.ballots } }] };
  }
  const standing = tally.ties.findLast((tie) => tie.by === "stands");
  if (elected.length > seats && standing !== undefined) return tied(tally, standing.between, seats);
  const why = { key: "decisions.method.ranked.why.chosen", values: { chosen: elected.length, ballots: tally.ballots } };
  return { verdict: "chosen", chosen: elected, why: [{ ...why, places: { options: elected } }] };
}

function tied({ elected }: Tally, between: readonly Place[], seats: number): Conclusion {
  const sure = elected.filter((place) => !between.includes(place));
  const values = { seats: seats - sure.length, tied: between.length };
  return {
    verdict: "tied",
    chosen: sure,
    why: [{ key: "decisions.method.ranked.why.tied", values, places: { options: between } }],
  };
}
