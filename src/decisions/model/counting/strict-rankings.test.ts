import { expect, test } from "vitest";
import { readRankings } from "./strict-rankings.ts";

test("rankings are read one after the other, with how many ballots read as each", () => {
  const read = readRankings(3, [
    { ballot: [[2], [0]], count: 3 },
    { ballot: [], count: 2 },
    { ballot: [[1]], count: 1 },
  ]);
  expect([...read.counts]).toEqual([3, 2, 1]);
  expect([...read.starts]).toEqual([0, 2, 2, 3]);
  expect([...read.places]).toEqual([2, 0, 1]);
  expect(read).toMatchObject({ total: 6, blank: 2 });
});

test("what an octet cannot hold is read as well: more than 256 options, more than 255 ballots that read alike", () => {
  const read = readRankings(300, [{ ballot: [[299], [256], [0]], count: 2 ** 40 }]);
  expect([...read.places]).toEqual([299, 256, 0]);
  expect([...read.counts]).toEqual([2 ** 40]);
});
