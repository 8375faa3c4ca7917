import { z } from "zod";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDirectoryCast, type DirectoryCast } from "../../../testing/directory-cast.ts";
import { valueOf } from "../../../testing/community-cast.ts";
import { by } from "../../../testing/test-application.ts";
import { serverChain } from "../../kernel/activity-log/event.ts";
import { jobTables } from "../../kernel/jobs/jobs.tables.ts";
import { accepted } from "../../kernel/base/result.ts";
import { microsecondsFromInstant } from "../../kernel/base/time.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import { directoryPersonalData } from "../commands/personal-data.ts";
import type { PersonId } from "../../accounts/index.ts";
import { rowsFrom } from "../../kernel/text/csv.ts";

let cast: DirectoryCast;
let ada: PersonId;
let grace: PersonId;
let operator: PersonId;
beforeAll(async () => {
  cast = await openDirectoryCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  operator = await cast.operator("Olga");
});
afterAll(() => cast.close());

const add = (fields: Readonly<Record<string, string | readonly string[]>>, person: PersonId = ada) =>
  cast.browser(person).submit("/directory/new", "/directory", { certainty: "medium", ...fields });

const said = z.looseObject({ value: z.unknown().optional(), sources: z.array(z.string()) });
const record = z.looseObject({
  domain: z.string().nullable(),
  provenance: z.record(
    z.string(),
    said.extend({ by: z.string(), asOf: z.string().nullable(), doubt: z.string().nullable() }),
  ),
  contradictions: z.record(z.string(), z.array(said)),
});
const file = z.object({ entries: z.array(record) });

const entry = async (domain: string) => {
  const found = await cast.browser().get(`/directory.json?q=${domain}`);
  return file.parse(JSON.parse(found.html)).entries.find((one) => one.domain === domain);
};

// The command by which two accounts become one person's is that of accounts; here it is only the transaction around.
const joinPeople = defineCommand({
  name: "test/join-people",
  input: z.object({ kept: z.string(), joined: z.string() }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { kept, joined }) {
    await directoryPersonalData.join(context, kept, joined);
    return accepted(null);
  },
});

describe("adding a place", () => {
  test("takes its host alone, and says that the place itself has verified nothing", async () => {
    const added = await add({ domain: "https://Host-Alone.example/about" });
    expect(added.status).toBe(303);
    const { words } = await cast.browser(ada).get(added.location ?? "");
    expect(words).toContain("host-alone.example");
    expect(words).toContain("the place itself has not verified it");
    expect(words).toContain("What nobody has said yet");
  });

  test("asks where it is written, once something is said", async () => {
    const refused = await add({ domain: "sourceless.example", ownership: "association", name: "Sourceless" });
    expect(refused.status).toBe(422);
    expect(refused.words).toContain("Say where this is written");
    expect(refused.html).toContain('value="Sourceless"');
  });

  test("keeps what was typed for whoever must sign in first", async () => {
    const sent = await cast.browser().submit("/directory/new", "/directory", { domain: "visitor.example" });
    expect(sent.location).toContain("/sign-in");
    expect(await entry("visitor.example")).toBeUndefined();
  });

  test.each(["localhost", "192.0.2.1", "http://[::1]/", "no dot", "a.onion", "plum.example:8080"])(
    "refuses %s, which is no public host",
    async (domain) => {
      const refused = await add({ domain });
      expect(refused.status).toBe(422);
      expect(refused.words).toContain("That is not the public host of a server");
    },
  );

  test("puts off looking at its server where no other server is asked anything", async () => {
    const added = await add({ domain: "unasked.example" });
    const key = added.location?.split(/[/?]/)[2] ?? "";
    await cast.pump();
    const jobs = jobTables(cast.application.read).selectFrom("jobs").select("due_at");
    const tomorrow = microsecondsFromInstant(cast.clock.now().add({ hours: 24 }));
    expect(await jobs.where("key", "=", key).execute()).toEqual([{ due_at: tomorrow }]);
  });

  test("knows a place again by its host", async () => {
    await add({ domain: "twice.example", name: "Twice", source: "https://twice.example/about" });
    const again = await add({ domain: "@somebody@twice.example" }, grace);
    expect(again.words).toContain("This place is in the directory already, as “Twice”");
  });
});

describe("what is said of a place", () => {
  test("stands with who said it, and a contradiction beside it", async () => {
    const added = await add({
      domain: "quarrel.example",
      ownership: "member_coop",
      source: "https://quarrel.example/about",
      certainty: "high",
    });
    const page = added.location?.split("?")[0] ?? "";
    await cast.browser(grace).submit(`${page}/claims/new`, `${page}/claims`, {
      ownership: "collective_unincorporated",
      source: "https://elsewhere.example/list",
      certainty: "medium",
    });
    const { words } = await cast.browser().get(page);
    expect(words).toMatch(/Co-operative of members 1 Others say otherwise: Collective without a legal form 2/);
    expect(words).toMatch(/Who says so Attested by others: Ada .* sure quarrel.example Attested by others: Grace/);
    const found = await entry("quarrel.example");
    expect(found?.["ownership"]).toBe("member_coop");
    expect(found?.contradictions["ownership"]?.[0]).toMatchObject({
      value: "collective_unincorporated",
      sources: ["https://elsewhere.example/list"],
    });
  });

  test("ends when the same person says otherwise, and stays in the history", async () => {
    const added = await add({ domain: "moved.example", country: "it", source: "https://moved.example/" });
    const page = added.location?.split("?")[0] ?? "";
    const say = { country: "ES, PT", source: "https://moved.example/moving", certainty: "medium" };
    await cast.browser(ada).submit(`${page}/claims/new`, `${page}/claims`, say);
    const found = await entry("moved.example");
    expect(found?.["country"]).toEqual(["ES", "PT"]);
    expect(found?.contradictions).toEqual({});
    expect((await cast.browser().get(page)).words).toMatch(/One thing that was said before Country Italy/);
  });

  test("is taken back by whoever said it, and by nobody else", async () => {
    const added = await add({ domain: "regret.example", fee: "100 EUR", source: "https://regret.example/" });
    const page = added.location?.split("?")[0] ?? "";
    const removal = `${page}/claims/removal`;
    expect((await cast.browser(grace).send(`${page}/claims/new`, removal, { field: "fee" })).status).toBe(404);
    expect((await cast.browser(ada).submit(page, removal, { field: "fee" })).status).toBe(303);
    expect((await entry("regret.example"))?.["fee"]).toBeUndefined();
    expect((await cast.browser().get(page)).words).toContain("One thing that was said before Fee 100 EUR");
  });

  test("is said once by one person who had two accounts", async () => {
    const second = await cast.person("Second");
    const added = await add({ domain: "two-selves.example", fee: "1 EUR", source: "https://two-selves.example/" });
    const page = added.location?.split("?")[0] ?? "";
    const say = { fee: "2 EUR", since: "2020", source: "https://two-selves.example/", certainty: "medium" };
    await cast.browser(second).submit(`${page}/claims/new`, `${page}/claims`, say);
    valueOf(await cast.application.execute(joinPeople, { kept: ada, joined: second }, by({ kind: "server" })));
    const found = await entry("two-selves.example");
    expect([found?.["fee"], found?.["since"], found?.contradictions]).toEqual(["1 EUR", "2020", {}]);
  });

  test("says what to mend in a word of a list", async () => {
    const added = await add({ domain: "words.example" });
    const page = added.location?.split("?")[0] ?? "";
    const refused = await cast.browser(ada).submit(`${page}/claims/new`, `${page}/claims`, {
      country: "Italy",
      source: "https://words.example/",
      certainty: "medium",
    });
    expect(refused.status).toBe(422);
    expect(refused.words).toContain("Country: This could not be understood.");
    expect(refused.html).toContain('value="Italy"');
  });
});

describe("lists", () => {
  test("are taken over by operators alone", async () => {
    expect((await cast.browser(ada).get("/directory/lists/new")).status).toBe(403);
    const sent = await cast.browser(ada).send("/directory/new", "/directory/lists", { from: "program" });
    expect(sent.status).toBe(403);
  });

  test("bring what comes with the program once, however often they are taken over", async () => {
    const take = () => cast.browser(operator).submit("/directory/lists/new", "/directory/lists", { from: "program" });
    expect((await take()).status).toBe(303);
    expect((await take()).status).toBe(303);
    const page = await cast.browser().get("/directory?ownership=nonprofit_operator");
    expect(page.words).toContain("2 places");
    const found = await entry("social.coop");
    expect(found).toMatchObject({ name: "Social.coop", ownership: "member_coop", country: ["international"] });
    expect(found?.provenance["ownership"]).toMatchObject({ by: "list:koinon-first-list", asOf: "2024-08" });
    expect(found?.provenance["practice"]?.doubt).toBe("read-from-words");
  });

  test("tell what came, and which rows did not, and why", async () => {
    const list = "name,domain\nOne,one.told.example\nOne again,one.told.example\nNumbers,192.0.2.9\n";
    const fields = { from: "given", list, called: "told" };
    const taken = await cast.browser(operator).submit("/directory/lists/new", "/directory/lists", fields);
    const { words } = await cast.browser(operator).get(taken.location ?? "");
    expect(words).toContain("one new place, none that were here already");
    expect(words).toContain("Row 3 was not taken: an earlier row is the same place.");
    expect(words).toContain("Row 4 was not taken: its host is not a public one.");
  });

  test("are not taken for the program’s own where they are empty, and keep what they are called", async () => {
    const fields = { from: "given", list: " ", called: "Empty" };
    const refused = await cast.browser(operator).submit("/directory/lists/new", "/directory/lists", fields);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('value="Empty"');
  });

  test("say what to mend where they cannot be read", async () => {
    const refused = await cast.browser(operator).submit("/directory/lists/new", "/directory/lists", {
      from: "given",
      list: "Just a sentence.",
      called: "x",
    });
    expect(refused.status).toBe(422);
    expect(refused.words).toContain("No places could be read from this list");
  });
});

describe("a place that does not want to be listed", () => {
  test("goes with all that was said of it, and comes back by no way", async () => {
    const added = await add({ domain: "shy.example", name: "Shy", source: "https://shy.example/" });
    const page = added.location?.split("?")[0] ?? "";
    expect((await cast.browser(ada).get(`${page}/removal`)).status).toBe(403);
    expect((await cast.browser(ada).send(`${page}/claims/new`, `${page}/removal`, { why: "opted-out" })).status).toBe(
      403,
    );
    const removed = await cast.browser(operator).submit(`${page}/removal`, `${page}/removal`, { why: "opted-out" });
    expect(removed.location).toContain("/directory");
    expect((await cast.browser().get(page)).status).toBe(404);
    expect((await add({ domain: "SHY.example" }, grace)).words).toContain("This place does not want to be listed.");
    const list = "name,domain\nShy,shy.example\nBold,bold.example\n";
    await cast
      .browser(operator)
      .submit("/directory/lists/new", "/directory/lists", { from: "given", list, called: "l" });
    expect(await entry("shy.example")).toBeUndefined();
    expect(await entry("bold.example")).toBeDefined();
    expect(JSON.stringify(cast.events.map(({ payload }) => payload))).not.toContain("shy.example");
  });

  test("that was listed by mistake may come back", async () => {
    const added = await add({ domain: "again.example" });
    const page = added.location?.split("?")[0] ?? "";
    await cast.browser(operator).submit(`${page}/removal`, `${page}/removal`, { why: "mistaken" });
    expect((await add({ domain: "again.example" })).status).toBe(303);
  });
});

describe("the list of places", () => {
  test("is narrowed by answers that stand in its address, and is exported as it is shown", async () => {
    const list =
      "name,domain,ownership_class,country,status\nParty Place,party.example,party,IT,active\nCircolo,circolo.example,association,IT,active\n";
    await cast
      .browser(operator)
      .submit("/directory/lists/new", "/directory/lists", { from: "given", list, called: "a list" });
    const narrowed = "country=IT&lifecycle=active&not-ownership=party";
    const page = await cast.browser().get(`/directory?${narrowed}`);
    expect(page.words).toContain("Circolo");
    expect(page.words).not.toContain("Party Place");
    const csv = await cast.browser().get(`/directory.csv?${narrowed}`);
    const names = rowsFrom(csv.html).map((row) => row[2]);
    expect(names).toContain("Circolo");
    expect(names).not.toContain("Party Place");
    expect((await cast.browser().get("/directory?ownership=party")).words).toContain("Party Place");
  });

  test("finds words without accents, and says so when nothing fits", async () => {
    await add({ domain: "arbol.example", name: "Árbol Común", source: "https://arbol.example/" });
    expect((await cast.browser().get("/directory?q=arbol+com")).words).toContain("Árbol Común");
    expect((await cast.browser().get("/directory?q=zzzz")).words).toContain("No place fits all of that");
    expect((await cast.browser().get("/directory?q=%27%22)*&country=%00")).status).toBe(200);
  });

  test("goes on page by page, each place once", async () => {
    const rows = Array.from(
      { length: 120 },
      (_, place) => `Place “${place}”,p${place}.many.example,association,XK,active`,
    );
    const list = ["name,domain,ownership_class,country,status", ...rows].join("\n");
    await cast
      .browser(operator)
      .submit("/directory/lists/new", "/directory/lists", { from: "given", list, called: "many" });
    const seen: string[] = [];
    let next: string | undefined = "/directory?country=XK";
    while (next !== undefined) {
      const page = await cast.browser().get(next);
      seen.push(...[...page.html.matchAll(/p(\d+)\.many\.example/g)].map(([, place]) => String(place)));
      next = /href="([^"]+)"[^>]*rel="next"/.exec(page.html)?.[1]?.replaceAll("&amp;", "&");
    }
    expect(seen.toSorted()).toEqual(rows.map((_, place) => String(place)).toSorted());
  });
});
