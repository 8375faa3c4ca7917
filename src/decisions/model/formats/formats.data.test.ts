import { expect, test } from "vitest";
import { ballotFiles, bltElection, tableRows, ballotText } from "../../../../testing/ballots/reference-elections.ts";

test("every ward beside the checkout has its reference, and every reference its ward", () => {
  const references = tableRows(ballotText("scottish/reference-winners.csv"), ",").map((row) => row["file"]);
  expect(new Set(references)).toEqual(new Set(ballotFiles("scottish/blt", ".blt")));
});

test("names in other letters and a byte order mark change nothing about the ballots", () => {
  const [plain, other] = [bltElection("droop/blt/42.blt"), bltElection("droop/blt/42ubom.blt")];
  expect(other.ballots).toEqual(plain.ballots);
  expect(other.options).toHaveLength(plain.options.length);
  expect(other.options.join("")).toMatch(/[^\x20-\x7e]/);
});

test("equal ranks and short names are read as their file means them", () => {
  const { options, seats, ballots } = bltElection("droop/blt/meek/eq1.blt");
  expect({ options, seats }).toEqual({ options: ["A", "B", "C"], seats: 2 });
  expect(ballots.map(({ ballot, count }) => [count, ballot.ranking])).toEqual([
    [5, [[0], [1]]],
    [1, [[1, 2]]],
    [3, [[2]]],
  ]);
});

test("the example of another rule is read whole", () => {
  const { options, seats, ballots } = bltElection("droop/blt/qpq/qpq1.blt");
  expect({ options, seats }).toEqual({ options: ["a", "b", "c", "d", "e"], seats: 3 });
  expect(ballots.map(({ count }) => count)).toEqual([16, 12, 12, 12, 8]);
});
