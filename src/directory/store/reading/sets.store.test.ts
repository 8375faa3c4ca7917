import { afterAll, beforeAll, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDirectoryCast, type DirectoryCast } from "../../../../testing/directory-cast.ts";
import { by } from "../../../../testing/test-application.ts";
import { removeEntry } from "../../commands/remove-entry.ts";
import { takeOverList } from "../../commands/take-over-list.ts";
import { filterFrom, type Filter } from "../../model/filter.ts";
import { directoryTables } from "../directory.tables.ts";
import { countFitting, entriesFitting, entryByDomain, fromTheBeginning } from "../entries.read.ts";
import { setsStep } from "../migrations/0080-sets.ts";
import { setTables } from "./sets.tables.ts";

let cast: DirectoryCast;
/** More than are looked up by their numbers; of `party` few, of the others many. */
const PLACES = 900;
const owners = ["association", "member_coop", "individual"];
const countries = ["IT", "DE; AT", "FR", "", "IT; CH"];
const domainOf = (place: number) => `s${place}.example`;

beforeAll(async () => {
  cast = await openDirectoryCast();
  const rows = Array.from({ length: PLACES }, (_, place) => {
    const owner = place % 45 === 0 ? "party" : owners[place % 3];
    // Nobody who runs a place alone holds assemblies.
    const decides = owner === "individual" ? "BDFL" : place % 2 === 0 ? "assembly" : "";
    const name = `${place % 4 === 0 ? "Radio" : "Garden"} ${place}`;
    return [name, domainOf(place), owner, countries[place % 5], decides, "active"].join(",");
  });
  const list = ["name,domain,ownership,country,governance,status", ...rows].join("\n");
  const input = { from: "given", list, called: "many" } as const;
  valueOf(await cast.application.execute(takeOverList, input, by({ kind: "server" })));
  await cast.pump();
}, 60_000);
afterAll(() => cast.close());

/** The places that a filter has to find, by its definition: from what each is found by, one by one. */
async function fittingByDefinition({ wanted, unwanted }: Filter): Promise<readonly string[]> {
  const tables = directoryTables(cast.application.read);
  const entries = await tables.selectFrom("directory_entries").select(["id", "name"]).execute();
  const facets = await tables.selectFrom("directory_facets").selectAll().execute();
  const found = Map.groupBy(facets, ({ entry_id }) => entry_id);
  const has = (id: string, facet: string, answers: readonly string[]) =>
    (found.get(id) ?? []).some((one) => one.facet === facet && answers.includes(one.answer));
  return entries
    .filter(({ id }) => Object.entries(wanted).every(([facet, answers]) => has(id, facet, answers)))
    .filter(({ id }) => !Object.entries(unwanted).some(([facet, answers]) => has(id, facet, answers)))
    .map(({ name }) => name)
    .toSorted((one, other) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1));
}

const filters = [
  "",
  "ownership=party",
  "ownership=individual&practice=assembly",
  "ownership=individual&practice=bdfl",
  "ownership=association&ownership=member_coop",
  "country=IT&not-country=CH",
  "not-ownership=party",
  "not-ownership=party&not-country=unknown&not-practice=bdfl",
  "not-kind=instance",
  "country=AT&country=FR&lifecycle=active&not-ownership=member_coop",
  "country=NZ",
  "practice=unknown",
].map((query) => filterFrom(new URLSearchParams(query)));

test("a filter finds and counts the places that fulfil it, and no others, however many there are", async () => {
  const { read } = cast.application;
  for (const filter of filters) {
    const expected = await fittingByDefinition(filter);
    expect(await countFitting(read, filter)).toBe(expected.length);
    const shown: string[] = [];
    for (let after = fromTheBeginning; ;) {
      const page = await entriesFitting(read, filter, { after, limit: 60 });
      shown.push(...page.map(({ name }) => name));
      const last = page.at(-1);
      if (last === undefined) break;
      after = { name: last.name.toLowerCase(), id: last.id };
    }
    expect(shown).toEqual(expected);
  }
});

test("common words are narrowed by questions, by few places that answer them as by many", async () => {
  const { read } = cast.application;
  const having = async (query: string) => {
    const filter = filterFrom(new URLSearchParams(query));
    const expected = (await fittingByDefinition(filter)).filter((name) => name.startsWith("Garden"));
    const words = { ...filter, words: "garden" };
    expect(await countFitting(read, words)).toBe(expected.length);
    const shown = await entriesFitting(read, words, { after: fromTheBeginning, limit: 50 });
    expect(shown.map(({ name }) => name)).toEqual(expected.slice(0, 50));
    return expected.length;
  };
  expect(await having("")).toBeGreaterThan(400);
  expect(await having("not-ownership=party")).toBeGreaterThan(400);
  expect(await having("ownership=party")).toBeGreaterThan(5);
  expect(await having("ownership=individual&practice=assembly")).toBe(0);
});

const kept = async () => {
  const rows = await setTables(cast.application.read).selectFrom("directory_sets").selectAll().execute();
  // Where no place has an answer any more, a row without a bit may be left.
  const withBits = rows.filter(({ bits }) => Buffer.from(bits, "base64").some((octet) => octet !== 0));
  return withBits.map((row) => JSON.stringify(row)).toSorted();
};

test("a place that is off the list is in no set", async () => {
  const before = await countFitting(cast.application.read, filters[1] ?? filterFrom(new URLSearchParams()));
  const { id = "" } = (await entryByDomain(cast.application.read, domainOf(45))) ?? {};
  const removal = { entryId: id, why: "mistaken" } as const;
  valueOf(await cast.application.execute(removeEntry, removal, by({ kind: "server" })));
  const after = await countFitting(cast.application.read, filters[1] ?? filterFrom(new URLSearchParams()));
  expect(after).toBe(before - 1);
});

test("what a directory held before it kept sets is in them as if it had come after", async () => {
  const before = await kept();
  const { database } = cast.application;
  await database.write(async (transaction) => {
    const { schema } = transaction;
    await schema.dropTable("directory_sets").execute();
    await schema.dropIndex("directory_by_name_and_number").execute();
    await schema.createIndex("directory_by_name").on("directory_entries").columns(["sort_name", "id"]).execute();
    await setsStep.up(transaction, database.engine);
  });
  expect(before.length).toBeGreaterThan(10);
  expect(await kept()).toEqual(before);
});
