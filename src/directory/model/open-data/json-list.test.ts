import { describe, expect, test } from "vitest";
import { nextPartOf, placesInJson, placesInJsonText } from "./json-list.ts";

const entry = {
  id: "https://hall.example/directory/1",
  domain: "Commons.example",
  name: "Commons",
  ownership: "member_coop",
  accounts: "500",
  provenance: {
    ownership: {
      by: "place",
      basis: "self-declared",
      certainty: "high",
      sources: ["https://commons.example/law"],
      asOf: "2026",
    },
  },
};

describe("a list of another directory", () => {
  test("says of each field where it is written, and where it was found", () => {
    const place = placesInJson({ entries: [entry] })?.places[0];
    expect(place).toMatchObject({ domain: "commons.example", name: "Commons" });
    expect(place?.fields.find(({ field }) => field === "ownership")).toEqual({
      field: "ownership",
      value: "member_coop",
      certainty: "high",
      doubt: undefined,
      sources: ["https://commons.example/law", "https://hall.example/directory/1"],
      asOf: "2026",
      note: "",
    });
  });

  test("gives nothing of what the other directory measured", () => {
    const fields = placesInJson({ entries: [entry] })?.places[0]?.fields.map(({ field }) => field);
    expect(fields).toEqual(["name", "ownership"]);
  });

  test("gives nothing of what the other directory heard from a third one", () => {
    const heard = { ...entry, provenance: { ownership: { ...entry.provenance.ownership, basis: "heard" } } };
    const fields = placesInJson({ entries: [heard] })?.places[0]?.fields.map(({ field }) => field);
    expect(fields).toEqual(["name"]);
  });

  test("passes over what is no public host, has no name, or comes twice", () => {
    const list = { entries: [entry, { ...entry, name: "Again" }, { domain: "192.0.2.1" }, {}, "nonsense"] };
    const read = placesInJson([list, { entries: [] }]);
    expect(read?.places).toHaveLength(1);
    expect(read?.passedOver.map(({ row, reason }) => [row, reason])).toEqual([
      [2, "twice"],
      [3, "not-a-host"],
      [4, "no-name"],
      [5, "no-name"],
    ]);
  });

  test("holds no signs that a database refuses, and no values that no field has", () => {
    const said = { ...entry, name: "A\u0000b\ud800", ownership: "king", bylaws: "javascript:alert(1)" };
    const place = placesInJson({ entries: [{ ...said, provenance: "none", id: "ftp://x.example" }] })?.places[0];
    expect(place?.name).toBe("Ab\ufffd");
    expect(place?.fields.map(({ field }) => field)).toEqual(["name"]);
    expect(place?.sources).toEqual([]);
  });
});

describe("an index of Murmurations", () => {
  const node = (primary_url: string, more: object = {}) => ({
    primary_url,
    profile_url: `https://profiles.example/${primary_url.length}`,
    linked_schemas: ["organizations_schema-v1.0.0"],
    status: "posted",
    ...more,
  });

  test("tells hosts and countries, each with its profile as the source", () => {
    const data = [
      node("collective.example", { country: "it", linked_schemas: ["fediverse_collectives_schema-v1.0.0"] }),
    ];
    const place = placesInJson({ data, links: {} })?.places[0];
    expect(place?.fields.map(({ field, value }) => [field, value])).toEqual([
      ["name", "collective.example"],
      ["kind", "instance"],
      ["country", ["IT"]],
    ]);
    expect(place?.sources).toEqual(["https://profiles.example/18"]);
  });

  test("names no place by the host of somebody else, nor one that it has taken off", () => {
    const data = [
      node("https://shared.example/our-group"),
      node("gone.example", { status: "deleted" }),
      node("own.example/"),
    ];
    const read = placesInJson({ data });
    expect(read?.places.map(({ domain }) => domain)).toEqual(["own.example"]);
    expect(read?.passedOver.map(({ reason }) => reason)).toEqual(["not-a-host"]);
  });
});

test("a document goes on where it says, in either way", () => {
  expect(nextPartOf({ next: "https://hall.example/directory.json?after=1" })).toContain("after=1");
  expect(nextPartOf({ links: { next: "https://index.example/v2/nodes?page=2" } })).toContain("page=2");
  expect(nextPartOf({ next: null, links: "no" })).toBeUndefined();
});

test("other texts are no list in JSON", () => {
  expect(placesInJsonText("name,domain\nOne,one.example")).toBeUndefined();
  expect(placesInJsonText('{"entries": [')).toBeUndefined();
  expect(placesInJsonText('{"people": []}')).toBeUndefined();
});
