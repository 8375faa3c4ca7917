import { expect, test } from "vitest";
import { readCode } from "../../model/secret/secret-ballot.ts";
import { newBoxKey, openBallot, sealBallot } from "./seals.ts";

const code = readCode("0123456789abcdef".repeat(2));

test("a sealed ballot is opened by the key of its box, and is as long as any other", () => {
  if (code === undefined) throw new Error("this is a code");
  const key = newBoxKey();
  const short = sealBallot(key, code, { choice: 0 });
  const long = sealBallot(key, code, [[4], [2, 3], [0], [1]]);
  expect(short).toHaveLength(long.length);
  expect(openBallot(key, long).ballot).toEqual([[4], [2, 3], [0], [1]]);
  expect(() => openBallot(newBoxKey(), short)).toThrow("cannot be opened");
});
