import { expect, test } from "vitest";
import { prefLibElection } from "../../../../testing/ballots/reference-elections.ts";
import { bordaRules } from "./rules.ts";

test("the smallest case in which Borda misses the Condorcet winner has its published winner", () => {
  const { options, ballots } = prefLibElection("minimal_resolute_Borda.soc");
  const counted = ballots.map(({ ballot, count }) => ({ ballot: ballot.ranking, count }));
  // On full rankings the first two rules give the same points, and the third one more to each.
  for (const truncated of ["tournament", "average", "modified"] as const) {
    const tally = bordaRules.count({ options, settings: { seats: 1, truncated } }, counted, "");
    expect(tally.elected.map((place) => options[place])).toEqual(["2"]);
  }
});
