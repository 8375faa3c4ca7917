import { describe, expect, test } from "vitest";
import { rowsOfFirstList } from "./first-list.ts";
import { readPlaces } from "./listed-place.ts";
import { tableInMarkdown } from "./markdown-table.ts";

const { places, passedOver } = readPlaces(rowsOfFirstList());
const named = (name: string) => {
  const place = places.find((one) => one.name === name);
  return Object.fromEntries((place?.fields ?? []).map(({ field, value }) => [field, value]));
};
const doubtsOf = (name: string) =>
  Object.fromEntries(
    (places.find((one) => one.name === name)?.fields ?? []).flatMap(({ field, doubt }) =>
      doubt === undefined ? [] : [[field, doubt]],
    ),
  );

describe("the list that comes with the program", () => {
  test("is read whole", () => {
    expect(places).toHaveLength(30);
    expect(passedOver).toEqual([]);
  });

  test("tells a legal form from who owns a place, and who decides from both", () => {
    expect(named("Hachyderm")).toMatchObject({
      ownership: "affiliated_nonprofit",
      legalForm: "non-profit foundation run as a co-operative; server itself run top-down",
      whoDecides: "foundation board; general members",
    });
    expect(named("Woof.group")).toMatchObject({ ownership: "company", practice: ["bdfl"] });
    expect(named("Autonomic")).toMatchObject({ kind: "ally", ownership: "worker_coop" });
  });

  test("keeps what is planned or closed, and what has no host yet", () => {
    expect(named("Freifunk Muensterland")).toMatchObject({ lifecycle: "closed" });
    expect(named("mastodon.coop")).toMatchObject({ lifecycle: "planned" });
    expect(places.filter(({ domain }) => domain === undefined).map(({ name }) => name)).toEqual([
      "Aotearoa hosting co-operative (no name)",
    ]);
  });

  test("marks what its words do not quite say", () => {
    expect(doubtsOf("CoSocial")).toEqual({ ownership: "wider-word", practice: "read-from-words" });
    expect(doubtsOf("Bida")).toEqual({ practice: "read-from-words" });
    expect(named("May First")).toMatchObject({ country: ["US", "MX"], ownership: "member_coop" });
  });
});

test("a table of a wiki page is read by what it calls its columns", () => {
  const page = `# Instances

| Name | Instance | Country | Legal form | Status |
|:-----|----------|---------|------------|--------|
| **Plum** | [plum.example.org](https://plum.example.org/about) | it | association \\| odv | active |
| Fig | fig.example.org | FR | | closed (2021) |
| Fig again | https://fig.example.org | FR | | active |
| Numbers | 192.0.2.7 | | | |

Text below.`;
  const read = readPlaces(tableInMarkdown(page) ?? []);
  expect(read.places.map(({ name, domain }) => [name, domain])).toEqual([
    ["Plum", "plum.example.org"],
    ["Fig", "fig.example.org"],
  ]);
  expect(read.places[0]?.fields).toContainEqual({
    field: "legalForm",
    value: "association | odv",
    certainty: "medium",
    doubt: undefined,
  });
  expect(read.passedOver).toEqual([
    { row: 4, what: "Fig again", reason: "twice" },
    { row: 5, what: "Numbers", reason: "not-a-host" },
  ]);
});
