import { expect, test } from "vitest";
import { changesOfTallies, countsFor, typologyFrom } from "./tallies.ts";

const found = (...answers: readonly string[]) =>
  answers.map((each) => {
    const [facet = "", answer = ""] = each.split(":");
    return { facet, answer };
  });

test("a place that decides in several ways counts in each", () => {
  expect(countsFor(found("ownership:association", "practice:assembly", "practice:consensus", "country:IT"))).toEqual([
    { by: "ownership", answer: "association" },
    { by: "practice", answer: "assembly" },
    { by: "practice", answer: "consensus" },
    { by: "country", answer: "IT" },
    { by: "ownership-practice", answer: "association/assembly" },
    { by: "ownership-practice", answer: "association/consensus" },
  ]);
});

test("what stays the same changes no count", () => {
  const before = found("country:IT", "languages:it", "software:mastodon");
  expect(changesOfTallies(before, before)).toEqual([]);
  expect(changesOfTallies(before, found("country:IT", "languages:it", "languages:sl", "software:gotosocial"))).toEqual([
    { by: "languages", answer: "sl", more: 1 },
    { by: "software", answer: "gotosocial", more: 1 },
    { by: "software", answer: "mastodon", more: -1 },
  ]);
});

test("the typology leaves out what no place has, and tells those of which neither is known apart", () => {
  const tallies = [
    { answer: "association/assembly", count: 3 },
    { answer: "member_coop/unknown", count: 2 },
    { answer: "unknown/unknown", count: 7 },
  ];
  const all = {
    ownerships: ["member_coop", "association", "party", "unknown"],
    practices: ["assembly", "bdfl", "unknown"],
  };
  expect(typologyFrom(tallies, all)).toEqual({
    practices: ["assembly", "unknown"],
    rows: [
      { ownership: "member_coop", counts: [0, 2] },
      { ownership: "association", counts: [3, 0] },
    ],
    unknown: 7,
  });
});
