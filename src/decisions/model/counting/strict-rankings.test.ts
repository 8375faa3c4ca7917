import { expect, test } from "vitest";
import { readRankings } from "./strict-rankings.ts";

test("rankings are read one after the other, with how many ballots read as each", () => {
  const read = readRankings([
    { ballot: [[2], [0]], count: 3 },
    { ballot: [], count: 2 },
    { ballot: [[1]], count: 1 },
  ]);
  expect([...read.counts]).toEqual([3, 2, 1]);
  expect([...read.starts]).toEqual([0, 2, 2, 3]);
  expect([...read.places]).toEqual([2, 0, 1]);
  expect(read).toMatchObject({ total: 6, blank: 2 });
});
