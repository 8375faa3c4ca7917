import { expect, test } from "vitest";
import type { Claim } from "../claims.ts";
import { contestedValue, isAbout } from "./contest.ts";

const claim: Claim<"practice"> = {
  field: "practice",
  value: ["consensus", "assembly"],
  basis: "attested",
  claimant: { kind: "list", name: "wiki.example" },
  at: Temporal.Instant.from("2027-02-01T10:00:00Z"),
  asOf: "",
  sources: [],
  certainty: "medium",
  doubt: undefined,
  note: "",
};

test("a contest is about what is said, whoever says it, and about nothing else", () => {
  const contest = { field: "practice", value: contestedValue(claim) } as const;
  expect(isAbout(contest, claim)).toBe(true);
  expect(isAbout(contest, { ...claim, claimant: { kind: "program" } })).toBe(true);
  expect(isAbout(contest, { ...claim, value: ["assembly", "consensus"] })).toBe(false);
  expect(isAbout({ ...contest, field: "intention" }, claim)).toBe(false);
});
