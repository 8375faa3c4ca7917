import { afterAll, beforeAll, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDirectoryCast, type DirectoryCast } from "../../../../testing/directory-cast.ts";
import { by } from "../../../../testing/test-application.ts";
import { entryByDomain } from "../../store/entries.read.ts";
import { directoryTables } from "../../store/directory.tables.ts";
import { changeTables } from "../../store/open-data/changes.tables.ts";
import { talliesBy } from "../../store/reading/tallies.read.ts";
import { removeEntry } from "../remove-entry.ts";
import { takeOverList } from "../take-over-list.ts";

let cast: DirectoryCast;
beforeAll(async () => {
  cast = await openDirectoryCast();
});
afterAll(() => cast.close());

const takeOver = async (list: string) => {
  const input = { from: "given", list, called: "spreadsheet" } as const;
  return valueOf(await cast.application.execute(takeOverList, input, by({ kind: "server" })));
};
const header = "name,domain,country,ownership,governance,languages,legal_form,status";
const row = (domain: string) => `Twin,${domain},IT; CH,association,assembly and consensus,it; de,association,active`;

/** All that is kept of a place, but for what tells it from any other. */
async function keptOf(domain: string) {
  const { read } = cast.application;
  const { id = "" } = (await entryByDomain(read, domain)) ?? {};
  const tables = directoryTables(read);
  const entry = await tables.selectFrom("directory_entries").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const words = await tables.selectFrom("directory_words").selectAll().where("number", "=", entry.number).execute();
  const facets = tables.selectFrom("directory_facets").select(["facet", "answer"]).where("entry_id", "=", id);
  const claims = tables.selectFrom("directory_claims").selectAll().where("entry_id", "=", id).orderBy("field");
  const changes = changeTables(read).selectFrom("directory_changes").selectAll().where("entry_id", "=", id);
  const told = await changes.where("kind", "=", "claim-said").orderBy("field").execute();
  return {
    name: [entry.name, entry.sort_name],
    words: words.map((one) => one.words.replace(domain.replace(".", " "), "its host")),
    facets: await facets.orderBy("facet").orderBy("answer").execute(),
    claims: (await claims.execute()).map(({ id: _id, entry_id: _entry, said_at: _at, ...claim }) => claim),
    told: [...new Set(told.map(({ field }) => field))],
  };
}

test("a place that is new to a list is kept like one that was listed before and comes again", async () => {
  await takeOver(["name,domain", "Twin,known.example"].join("\n"));
  const before = await talliesBy(cast.application.read, "ownership-practice");
  expect(await takeOver([header, row("known.example"), row("new.example")].join("\n"))).toMatchObject({
    added: 1,
    known: 1,
  });
  const kept = await keptOf("new.example");
  expect(kept).toEqual(await keptOf("known.example"));
  expect(kept.claims.length).toBeGreaterThan(8);
  expect(kept.facets).toContainEqual({ facet: "country", answer: "CH" });
  const after = await talliesBy(cast.application.read, "ownership-practice");
  const counts = Object.fromEntries(after.map(({ answer, count }) => [answer, count]));
  expect(before).toEqual([{ answer: "unknown/unknown", count: 1 }]);
  expect(counts).toEqual({ "association/assembly": 2, "association/consensus": 2 });
});

test("places that are new are numbered one after the other, and looked at in their turn", async () => {
  const hosts = Array.from({ length: 120 }, (_, place) => `turn${place}.example`);
  await takeOver(["name,domain", ...hosts.map((host) => `${host},${host}`)].join("\n"));
  const { read } = cast.application;
  const rows = await directoryTables(read)
    .selectFrom("directory_entries")
    .select(["number", "domain"])
    .where("domain", "in", hosts)
    .orderBy("number")
    .execute();
  expect(rows.map(({ domain }) => domain)).toEqual(hosts);
  expect(rows.map(({ number }) => number - (rows[0]?.number ?? 0))).toEqual(hosts.map((_, place) => place));
});

test("of a list nothing is kept that does not want to be listed, and the rest is", async () => {
  const entry = await entryByDomain(cast.application.read, "new.example");
  const removal = { entryId: entry?.id ?? "", why: "opted-out" } as const;
  valueOf(await cast.application.execute(removeEntry, removal, by({ kind: "server" })));
  const taken = await takeOver(["name,domain", "Twin,new.example", "Other,other.example"].join("\n"));
  expect(taken).toMatchObject({ added: 1, known: 0, optedOut: 1 });
  expect(await entryByDomain(cast.application.read, "new.example")).toBeUndefined();
});
