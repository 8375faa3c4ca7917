import { expect, test } from "vitest";
import { placeOf } from "./electorate.ts";

const ada = { personId: "ada", role: "steward" } as const;
const grace = { personId: "grace", role: "member" } as const;
const lapsed = { why: "dues" } as const;

test("where members are asked, everybody answers against whose vote nothing stands", () => {
  expect(placeOf({ kind: "members" }, grace, undefined)).toEqual({ may: true, why: "member" });
  expect(placeOf({ kind: "members" }, grace, lapsed)).toEqual({ may: false, why: "dues" });
});

test("where few are asked, the others read that first, and not what stands against their vote", () => {
  const people = new Set(["ada"]);
  expect(placeOf({ kind: "stewards" }, ada, undefined)).toEqual({ may: true, why: "steward" });
  expect(placeOf({ kind: "stewards" }, grace, lapsed)).toEqual({ may: false, why: "not-a-steward" });
  expect(placeOf({ kind: "circle", people }, ada, undefined)).toEqual({ may: true, why: "circle" });
  expect(placeOf({ kind: "circle", people }, grace, lapsed)).toEqual({ may: false, why: "not-in-circle" });
  expect(placeOf({ kind: "people", people }, ada, lapsed)).toEqual({ may: false, why: "dues" });
  expect(placeOf({ kind: "people", people }, grace, undefined)).toEqual({ may: false, why: "not-named" });
});

test("a delegate speaks for their organisation whatever stands against their own vote", () => {
  const people = new Set(["grace"]);
  expect(placeOf({ kind: "organisations", people }, grace, lapsed)).toEqual({ may: true, why: "delegate" });
  expect(placeOf({ kind: "organisations", people }, ada, undefined)).toEqual({ may: false, why: "not-a-delegate" });
});
