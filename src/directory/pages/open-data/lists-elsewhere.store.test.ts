import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDirectoryCast, type DirectoryCast } from "../../../../testing/directory-cast.ts";
import type { PersonId } from "../../../accounts/index.ts";
import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { NoList } from "../../model/open-data/list-at.ts";
import { changesShape, listShape } from "./shapes.ts";

let cast: DirectoryCast;
let operator: PersonId;
let ada: PersonId;
/** What stands at addresses elsewhere, and which were asked for. */
const elsewhere = new Map<string, { readonly parts: readonly Json[] } | NoList>();
const asked: string[] = [];

beforeAll(async () => {
  cast = await openDirectoryCast((clock) => ({
    lookAt: async () => ({
      outcome: "unreachable",
      at: clock(),
      facts: [],
      contact: undefined,
      leadsTo: undefined,
      shown: [],
      sawAllWays: false,
    }),
    contactOf: async () => "none",
    documentAt: async () => "away",
    listAt: async (address) => {
      asked.push(address.href);
      return elsewhere.get(address.href) ?? "list-away";
    },
  }));
  operator = await cast.operator("Olga");
  ada = await cast.person("Ada");
});
beforeEach(() => void asked.splice(0));
afterAll(() => cast.close());

const address = "https://league.example/directory.json";
const take = (typed = address, person = operator) =>
  cast.browser(person).submit("/directory/lists/new", "/directory/lists", { from: "address", address: typed });
const entry = async (domain: string) => {
  const list = listShape.parse(JSON.parse((await cast.browser().get(`/directory.json?q=${domain}`)).html));
  return list.entries.find((one) => one.domain === domain);
};
const said = (fields: Readonly<Record<string, Json>>) => ({
  id: "https://league.example/directory/7",
  domain: "twin.example",
  name: "Twin",
  ...fields,
  provenance: Object.fromEntries(
    Object.keys(fields).map((field) => [field, { certainty: "high", sources: ["https://twin.example/law"], asOf: "" }]),
  ),
});

describe("the list of another directory", () => {
  test("comes with who says it and where, and says nothing twice", async () => {
    elsewhere.set(address, { parts: [{ entries: [said({ ownership: "worker_coop", fee: "5 EUR" })] }] });
    const taken = await take();
    expect((await cast.browser(operator).get(taken.location ?? "")).words).toContain("one new place");
    expect((await entry("twin.example"))?.provenance["ownership"]).toMatchObject({
      basis: "attested",
      by: "list:league.example",
      certainty: "high",
      sources: ["https://twin.example/law", "https://league.example/directory/7"],
    });
    const changes = async () =>
      changesShape.parse(JSON.parse((await cast.browser().get("/directory/changes.json")).html)).last;
    const before = await changes();
    await take();
    expect(await changes()).toBe(before);
  });

  test("of more than one waits for leads to how far it has come", async () => {
    const many = Array.from({ length: 501 }, (_, place) => ({
      ...said({ ownership: "worker_coop" }),
      domain: `place${place}.many.example`,
      name: `Place ${place}`,
    }));
    elsewhere.set("https://many.example/directory.json", { parts: [{ entries: many }] });
    expect((await take("https://many.example/directory.json")).location).toBe("/directory/lists/progress");
  });

  test("is heard again: what it says otherwise replaces that, and what it says no more is taken back", async () => {
    elsewhere.set(address, { parts: [{ entries: [said({ ownership: "worker_coop", fee: "5 EUR" })] }] });
    await take();
    elsewhere.set(address, { parts: [{ entries: [said({ ownership: "association" })] }] });
    await take();
    const twin = await entry("twin.example");
    expect(twin).toMatchObject({ ownership: "association", contradictions: {} });
    expect(Object.keys(twin ?? {})).not.toContain("fee");
  });

  test("may be given as a file as well", async () => {
    const list = JSON.stringify({ entries: [{ domain: "by-file.example", name: "By file", country: ["PT"] }] });
    const fields = { from: "given", list, called: "a file" };
    await cast.browser(operator).submit("/directory/lists/new", "/directory/lists", fields);
    expect(await entry("by-file.example")).toMatchObject({ name: "By file", country: ["PT"] });
  });

  test("is fetched for operators alone", async () => {
    const fields = { from: "address", address };
    expect((await cast.browser(ada).send("/directory/new", "/directory/lists", fields)).status).toBe(403);
    expect((await cast.browser().send("/directory/new", "/directory/lists", fields)).status).toBe(303);
    expect(asked).toEqual([]);
  });

  test.each([
    ["http://192.0.2.7/directory.json", undefined, "There is no list of places at this address"],
    ["https://hall.local/directory.json", undefined, "There is no list of places at this address"],
    ["https://gone.example/directory.json", "list-away", "Nobody answers at this address"],
    ["https://page.example/", "not-a-feed", "There is no list of places at this address"],
    ["https://endless.example/directory.json", "list-too-long", "The list is longer than can be read at once"],
  ] as const)("at %s says what to mend, and keeps the address", async (typed, there, words) => {
    if (there !== undefined) elsewhere.set(typed, there);
    const refused = await take(typed);
    expect([refused.status, asked.length]).toEqual([422, there === undefined ? 0 : 1]);
    expect(refused.words).toContain(words);
    expect(refused.html).toContain(`value="${typed}"`);
  });
});
