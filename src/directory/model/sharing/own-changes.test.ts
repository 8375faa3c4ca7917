import { expect, test } from "vitest";
import type { Basis, Claim } from "../claims.ts";
import { isOurOwn } from "./own-changes.ts";

const claim = (basis: Basis): Claim => ({
  field: "fee",
  value: "None",
  basis,
  claimant: { kind: "program" },
  at: Temporal.Instant.from("2026-11-29T12:00:00Z"),
  asOf: "",
  sources: [],
  certainty: "high",
  doubt: undefined,
  note: "",
});
const nothing = { claim: undefined, replaces: undefined };

test("what this directory says, takes back and removes is its own to tell", () => {
  expect(isOurOwn({ ...nothing, kind: "claim-said", claim: claim("attested") })).toBe(true);
  expect(isOurOwn({ ...nothing, kind: "retraction" })).toBe(true);
  expect(isOurOwn({ ...nothing, kind: "tombstone" })).toBe(true);
});

test("what it heard from others is theirs, and an entry of which nothing is said is no news", () => {
  expect(isOurOwn({ ...nothing, kind: "claim-said", claim: claim("heard") })).toBe(false);
  expect(isOurOwn({ ...nothing, kind: "entry-added" })).toBe(false);
});

test("what stands no more is not told, but that it replaced something is", () => {
  expect(isOurOwn({ ...nothing, kind: "claim-said" })).toBe(false);
  expect(isOurOwn({ ...nothing, kind: "claim-replaced", replaces: "c1" })).toBe(true);
});
