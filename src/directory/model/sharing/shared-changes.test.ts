import { describe, expect, test } from "vitest";
import type { Json } from "../../../kernel/base/canonical-json.ts";
import { readSharedChanges, type Hearing } from "./shared-changes.ts";

const now = Temporal.Instant.from("2026-11-29T12:00:00Z");
const actorUri = "https://league.example/actors/directory";
const hearing: Hearing = { host: "league.example", actorUri, after: 0, now };

const claim = {
  value: "association",
  basis: "attested",
  by: "person",
  at: "2026-11-20T12:00:00Z",
  asOf: "2024",
  sources: ["https://plum.example/about", "javascript:alert(1)"],
  certainty: "high",
  doubt: null,
  note: null,
};
const said = (more: { readonly [name: string]: Json } = {}): Json => ({
  number: 7,
  type: "claim-said",
  at: "2026-11-20T12:00:00Z",
  entry: "https://league.example/directory/e1",
  domain: "plum.example",
  field: "ownership",
  claimId: "c1",
  replaces: null,
  claim,
  ...more,
});
const read = (changes: readonly Json[], more: { readonly [name: string]: Json } = {}, of = hearing) =>
  readSharedChanges({ actor: actorUri, changes, last: 7, next: null, ...more }, of);
const claimsIn = (changes: readonly Json[]) => {
  const found = read(changes);
  return typeof found === "string" ? [] : found.changes.map(({ says }) => says);
};

describe("changes of another directory", () => {
  test("are read with who says it there, and how they know", () => {
    const found = read([said()]);
    expect(typeof found !== "string" && found.changes).toEqual([
      {
        number: 7,
        entry: "https://league.example/directory/e1",
        ends: [],
        isGone: false,
        says: {
          domain: "plum.example",
          field: "ownership",
          value: "association",
          heard: {
            host: "league.example",
            claim: "c1",
            basis: "attested",
            by: "person",
            at: Temporal.Instant.from("2026-11-20T12:00:00Z"),
          },
          asOf: "2024",
          sources: ["https://plum.example/about"],
          certainty: "high",
          doubt: undefined,
          note: "",
        },
      },
    ]);
  });

  test("end what was said before, what is taken back, and all of a place that is gone", () => {
    const found = read(
      [
        said({ number: 5, type: "claim-replaced", replaces: "c0", claim: null }),
        said({ number: 6, type: "retraction", claimId: "c9", claim: null }),
        said({ number: 7, type: "tombstone", domain: null, field: null, claimId: null, claim: null }),
      ],
      {},
    );
    expect(typeof found !== "string" && found.changes.map(({ ends, isGone }) => ({ ends, isGone }))).toEqual([
      { ends: ["c0"], isGone: false },
      { ends: ["c9"], isGone: false },
      { ends: [], isGone: true },
    ]);
  });

  test("that it heard from others are left to those, and so are fields that only its program sees", () => {
    expect(claimsIn([said({ claim: { ...claim, basis: "heard" } })])).toEqual([undefined]);
    expect(claimsIn([said({ field: "accounts", claim: { ...claim, value: "12" } })])).toEqual([undefined]);
    expect(claimsIn([said({ domain: null })])).toEqual([undefined]);
  });

  test("that cannot be read are counted, and stop nothing", () => {
    const found = read([
      said({ number: 5, claim: { ...claim, value: "kingdom" } }),
      said({ number: 6, domain: "10.0.0.1" }),
      said({ number: 7 }),
    ]);
    expect(typeof found !== "string" && found.unreadable).toBe(2);
    expect(typeof found !== "string" && found.changes.map(({ says }) => says?.value)).toEqual([
      undefined,
      undefined,
      "association",
    ]);
  });

  test.each([
    ["tells of another server's entries", [said({ entry: "https://other.example/directory/e1" })], {}, "of-another"],
    ["is another actor's", [said()], { actor: "https://other.example/actors/directory" }, "of-another"],
    ["has numbers that do not grow", [said(), said()], {}, "disordered"],
    ["ends before its last change", [said()], { last: 6 }, "disordered"],
    [
      "has more and does not get on",
      [],
      { last: 0, next: "https://league.example/directory/changes.json" },
      "disordered",
    ],
    ["was made tomorrow", [said({ at: "2026-11-30T12:00:00Z" })], {}, "of-the-future"],
    ["was said tomorrow", [said({ claim: { ...claim, at: "2026-11-30T12:00:00Z" } })], {}, "of-the-future"],
    ["is longer than is told at once", Array.from({ length: 201 }, () => said()), {}, "not-changes"],
    ["has no numbers", [said({ number: "7" })], {}, "not-changes"],
  ] as const)("count for nothing as a whole where the list %s", (_what, changes, more, kind) => {
    expect(read(changes, more)).toBe(kind);
  });

  test("count for nothing where they were heard before", () => {
    expect(read([said()], {}, { ...hearing, after: 7 })).toBe("disordered");
    expect(readSharedChanges("nothing", hearing)).toBe("not-changes");
  });
});
