import { describe, expect, test } from "vitest";
import { z } from "zod";
import { ballotFiles, ballotText, prefLibElection } from "../../../../testing/ballots/reference-elections.ts";
import { rankingOfScores } from "../../model/formats/ballot-file.ts";
import type { Ranking } from "../../model/counting/ranking.ts";
import type { Counted } from "../method.ts";
import { rankedPairsRules } from "../ranked-pairs/rules.ts";
import { schulzeRules } from "./rules.ts";

/** Both methods of pairs must choose the option that wins against each other one. */
const methods = [schulzeRules, rankedPairsRules];

function chosen(options: readonly string[], ballots: readonly Counted<Ranking>[]): readonly (readonly string[])[] {
  return methods.map((rules) => {
    const { elected } = rules.count({ options, settings: { seats: 1 } }, ballots, "");
    return elected.map((place) => options[place] ?? "");
  });
}

describe("ranked votes of the Node.js technical committee", () => {
  const vote = z.object({
    outcome: z.union([z.string(), z.object({ "winner(s)": z.array(z.string()).optional() })]),
    votes: z.record(z.string(), z.union([z.number(), z.record(z.string(), z.number())])),
  });
  const ranked = ballotFiles("nodejs-tsc", ".json").flatMap((name) => {
    const { outcome, votes } = vote.parse(JSON.parse(ballotText(`nodejs-tsc/${name}`)));
    const scores = Object.values(votes).flatMap((scores) => (typeof scores === "number" ? [] : [scores]));
    return scores.length === 0
      ? []
      : [{ name, winners: typeof outcome === "string" ? [] : (outcome["winner(s)"] ?? []), scores }];
  });

  test("there are four", () => {
    expect(ranked).toHaveLength(4);
  });

  test.each(ranked.map((vote) => [vote.name, vote] as const))("%s", (_, { winners, scores }) => {
    const options = [...new Set(scores.flatMap((given) => Object.keys(given)))];
    const ballots = scores.map((given) => ({
      ballot: rankingOfScores(options.map((name) => given[name] ?? null)),
      count: 1,
    }));
    expect(chosen(options, ballots)).toEqual([winners, winners]);
  });
});

describe("the smallest cases in which another method misses the Condorcet winner", () => {
  // As published beside the files (pref_voting, minimal profiles).
  const winners = {
    "minimal_resolute_Plurality.soc": "2",
    "minimal_resolute_Instant_Runoff.soc": "0",
    "minimal_resolute_PluralityWRunoff_PUT.soc": "0",
    "minimal_resolute_Dowdall.soc": "0",
    "minimal_resolute_Borda.soc": "1",
    "minimal_resolute_Bucklin.soc": "2",
    "minimal_resolute_Coombs.soc": "3",
    "minimal_resolute_Anti-Plurality.soc": "1",
  };

  test.each(Object.entries(winners))("%s", (name, winner) => {
    const { options, ballots } = prefLibElection(name);
    const counted = ballots.map(({ ballot, count }) => ({ ballot: ballot.ranking, count }));
    expect(chosen(options, counted)).toEqual([[winner], [winner]]);
  });

  test("every file is among them", () => {
    expect(ballotFiles("pref_voting", ".soc")).toEqual(Object.keys(winners).toSorted());
  });
});
