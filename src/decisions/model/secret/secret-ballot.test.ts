import { expect, test } from "vitest";
import type { Tally, Verdict } from "../counting/tally.ts";
import { readCode, shownCode, withheld } from "./secret-ballot.ts";

test("a receipt code is read as it is shown, however it was copied", () => {
  const code = readCode("0123-4567 89AB-CDEF-0123-4567-89ab-cdef");
  expect(code).toBe("0123456789abcdef0123456789abcdef");
  expect(code && shownCode(code)).toBe("0123-4567-89ab-cdef-0123-4567-89ab-cdef");
});

test("what is too short, too long or has other letters is no receipt code", () => {
  for (const typed of ["", "0123", "0".repeat(33), "g".repeat(32), `${"0".repeat(31)}'`]) {
    expect(readCode(typed)).toBeUndefined();
  }
});

test("the count of a few ballots keeps verdict and number alone; that too few took part stays said", () => {
  const tally: Tally = { method: "stance", version: 1, ballots: 3, elected: [1], stages: [], ties: [] };
  const why = [{ key: "numbers", values: { agree: 3 } }];
  const count = (verdict: Verdict) => ({ tally, conclusion: { verdict, chosen: [], why }, seed: "5eed" });
  const said = withheld(count("carried"));
  expect(said).toMatchObject({ seed: "", tally: { ballots: 3, elected: [] }, conclusion: { verdict: "carried" } });
  expect(said.conclusion.why).toEqual([{ key: "decisions.secret.why.withheld", values: { fewest: 5 } }]);
  expect(withheld(count("no-quorum")).conclusion.why).toEqual(why);
});
