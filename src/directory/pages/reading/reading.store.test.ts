import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDirectoryCast, type DirectoryCast } from "../../../../testing/directory-cast.ts";
import { plainCommunity, valueOf } from "../../../../testing/community-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { PersonId } from "../../../accounts/index.ts";
import { foundCommunity } from "../../../communities/commands/community/found-community.ts";
import { joinCommunity } from "../../../communities/commands/membership/join-community.ts";
import { entryByDomain } from "../../store/entries.read.ts";
import { talliesBy } from "../../store/reading/tallies.read.ts";
import type { TalliedBy } from "../../model/reading/tallies.ts";

let cast: DirectoryCast;
let ada: PersonId;
let member: PersonId;
let operator: PersonId;
beforeAll(async () => {
  cast = await openDirectoryCast();
  ada = await cast.person("Ada");
  member = await cast.person("Mo");
  operator = await cast.operator("Olga");
  await takeOver(
    "shared",
    "name,domain,ownership_class,country,status,language,software\n" +
      "Casa Coop,casa.example,member_coop,ES,active,es,mastodon\n" +
      "Haus Verein,haus.example,association,DE,active,de,gotosocial\n" +
      "Partito,partito.example,party,IT,active,it,mastodon\n" +
      "Anders,anders.example,association,DE,active,de,mastodon\n" +
      "Fin,fin.example,association,FR,closed,fr,mastodon\n",
  );
});
afterAll(() => cast.close());

const takeOver = (called: string, list: string) =>
  cast.browser(operator).submit("/directory/lists/new", "/directory/lists", { from: "given", list, called });

const idOf = async (domain: string): Promise<string> =>
  (await entryByDomain(cast.application.read, domain))?.id ?? `no entry of ${domain}`;

const say = async (domain: string, fields: Readonly<Record<string, string | readonly string[]>>) => {
  const page = `/directory/${await idOf(domain)}`;
  const said = { source: `https://${domain}/about`, certainty: "high", ...fields };
  return cast.browser(ada).submit(`${page}/claims/new`, `${page}/claims`, said);
};

describe("places side by side", () => {
  test("stand there in the order of the address, each answer with its basis, and not known where nobody says anything", async () => {
    const [casa, haus] = [await idOf("casa.example"), await idOf("haus.example")];
    await say("casa.example", { fee: "12 EUR a year" });
    const { words, status } = await cast.browser().get(`/directory/compare?of=${casa}&of=${haus}`);
    expect(status).toBe(200);
    expect(words).toMatch(
      /Whose it is Casa Coop Co-operative of members attested by others · .* Haus Verein Association/,
    );
    expect(words).toMatch(/Fee Casa Coop 12 EUR a year attested by others · .* Haus Verein Not known/);
    expect(words).toMatch(/What nobody has said of any of them .*Bylaws/);
  });

  test("tell who contradicts an answer, and lead there", async () => {
    const casa = await idOf("casa.example");
    await say("casa.example", { ownership: "worker_coop" });
    const { words, html } = await cast.browser().get(`/directory/compare?of=${casa}`);
    expect(words).toContain("One other says otherwise");
    expect(html).toContain(`href="/directory/${casa}"`);
  });

  test("are ticked in the list, four at most; one too many is named, and so is one that is gone", async () => {
    const list = await cast.browser().get("/directory");
    const ticks = [...list.html.matchAll(/name="of"[^>]*value="([^"]+)"/g)].map(([, id]) => id ?? "");
    expect(ticks).toHaveLength(5);
    expect(list.html).toMatch(/<form[^>]*method="get"[^>]*action="\/directory\/compare"/);
    const query = (ids: readonly string[]) => ids.map((id) => `of=${id}`).join("&");
    const { words } = await cast.browser().get(`/directory/compare?${query(ticks)}`);
    expect(words).toContain("One more place was ticked; only the first 4 are shown.");
    expect(words).not.toContain("Add another place");
    const gone = await cast.browser().get(`/directory/compare?of=nobody&${query(ticks.slice(0, 1))}`);
    expect(gone.words).toContain("One place of this address is no longer listed.");
  });

  test("are joined by another one that is looked for, and left by one that is taken out", async () => {
    const [casa, haus] = [await idOf("casa.example"), await idOf("haus.example")];
    const { html, words } = await cast.browser().get(`/directory/compare?of=${casa}&with=verein`);
    expect(words).toContain("Add Haus Verein");
    expect(html).toContain(`href="/directory/compare?of=${casa}&amp;of=${haus}"`);
    const both = await cast.browser().get(`/directory/compare?of=${casa}&of=${haus}`);
    expect(both.html).toContain(`href="/directory/compare?of=${haus}"`);
    expect((await cast.browser().get(`/directory/compare?of=${casa}&with=zzzz`)).words).toContain(
      "Nothing else was found",
    );
  });

  test("begin at one place’s own page", async () => {
    const casa = await idOf("casa.example");
    expect((await cast.browser().get(`/directory/${casa}`)).html).toContain(`href="/directory/compare?of=${casa}"`);
  });
});

describe("finding a place to join", () => {
  test("asks and suggests nothing before anything is answered", async () => {
    const { words } = await cast.browser().get("/directory/join");
    expect(words).toContain("Who should run it?");
    expect(words).not.toContain("These may fit");
  });

  test("names places that take members first, why they fit, and those of which that is not known after them", async () => {
    await say("haus.example", { joining: "application", practice: ["assembly"] });
    const { words, html } = await cast.browser().get("/directory/join?language=de&run-by=members&decides=yes");
    expect(words).toContain("One place fits in all of that");
    expect(words).toMatch(/Haus Verein haus.example .*Joining the collective: On request .*How it decides: Assembly/);
    const perhaps = words.slice(words.indexOf("These may fit"));
    expect(perhaps).toMatch(/Anders .*Not known: Joining the collective · How it decides/);
    expect(perhaps).not.toContain("Haus Verein");
    expect(words).not.toMatch(/Casa Coop|Fin fin/);
    expect(html).toContain("/directory?ownership=member_coop&amp;");
    expect(html).toMatch(/value="yes" checked/);
  });

  test("says so where a place that fits asks for money from somebody who cannot pay", async () => {
    await say("casa.example", { joining: "open" });
    const { words } = await cast.browser().get("/directory/join?language=es&cost=free");
    expect(words).toMatch(/Casa Coop .*12 EUR a year · ask whether one can be a member without paying/);
  });

  test("leads to the same places in the directory", async () => {
    const { html } = await cast.browser().get("/directory/join?language=de&run-by=members");
    const list = /href="(\/directory\?ownership[^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const { words } = await cast.browser().get(list);
    expect(words).toContain("One place");
    expect(words).toContain("Haus Verein");
  });
});

describe("the directory as a whole", () => {
  const counted = async (by: TalliedBy, answer: string) =>
    (await talliesBy(cast.application.read, by)).find((tally) => tally.answer === answer)?.count ?? 0;

  test("shows how many places there are of each kind, each number leading to them", async () => {
    const { words, html } = await cast.browser().get("/directory/typology");
    expect(words).toMatch(/Whose it is Assembly Not known/);
    expect(html).toContain('href="/directory?ownership=association&amp;practice=assembly"');
    expect(html).toContain('aria-label="1 place: Association, Assembly"');
  });

  test("shows countries in their part of the world, and leads to their places", async () => {
    const { words, html } = await cast.browser().get("/directory/map");
    expect(words).toMatch(/Europe Germany 2 Spain 1 France 1 Italy 1/);
    expect(html).toContain('href="/directory?country=DE"');
  });

  test("counts a place once for what is said of it now, and no longer once it is off the list", async () => {
    const [before, none] = [await counted("country", "DE"), await counted("country", "XK")];
    await takeOver(
      "moving",
      "name,domain,ownership_class,country,status\nMoving,moving.example,association,DE,active\n",
    );
    await takeOver(
      "moving",
      "name,domain,ownership_class,country,status\nMoving,moving.example,association,DE,active\n",
    );
    expect(await counted("country", "DE")).toBe(before + 1);
    await takeOver(
      "moving",
      "name,domain,ownership_class,country,status\nMoving,moving.example,association,XK,active\n",
    );
    expect([await counted("country", "DE"), await counted("country", "XK")]).toEqual([before, none + 1]);
    const page = `/directory/${await idOf("moving.example")}`;
    await cast.browser(operator).submit(`${page}/removal`, `${page}/removal`, { why: "mistaken" });
    expect(await counted("country", "XK")).toBe(none);
  });
});

describe("the line of a community", () => {
  let line: string;
  beforeAll(async () => {
    const communityId = crypto.randomUUID();
    const input = { ...plainCommunity, handle: "plum", communityId };
    valueOf(await cast.application.execute(foundCommunity, input, byPerson(operator)));
    valueOf(await cast.application.execute(joinCommunity, { communityId }, byPerson(member)));
    line = "/communities/plum/directory";
  });

  test("is drawn by a steward, narrows what the community shows, and takes nothing out of the directory", async () => {
    expect((await cast.browser().get(line)).words).toContain("No line is drawn yet");
    const drawn = await cast.browser(operator).submit(line, line, { policy: "without-parties" });
    expect(drawn.status).toBe(303);
    const { words, html } = await cast.browser().get(line);
    expect(words).toContain("Without parties, since");
    expect(words).toContain("Casa Coop");
    expect(words).not.toContain("Partito");
    expect(html).toContain('href="/directory?not-ownership=party"');
    expect((await cast.browser().get("/directory")).words).toContain("Partito");
    expect(cast.events.find(({ name }) => name === "directory-policy-adopted")?.payload).toMatchObject({
      policy: "without-parties",
    });
  });

  test("is drawn anew, or taken away", async () => {
    await cast.browser(operator).submit(line, line, { policy: "cooperatives" });
    expect((await cast.browser().get(line)).words).not.toContain("Haus Verein");
    await cast.browser(operator).submit(line, line, { policy: "all" });
    expect((await cast.browser().get(line)).words).toContain("Partito");
  });

  test("is drawn by no member, no stranger and no visitor", async () => {
    for (const person of [member, ada]) {
      expect((await cast.browser(person).get(line)).html).not.toContain('name="policy"');
      expect((await cast.browser(person).send("/directory/new", line, { policy: "cooperatives" })).status).toBe(403);
    }
    const visitor = await cast.browser().send("/directory/new", line, { policy: "cooperatives" });
    expect(visitor.location).toContain("/sign-in");
  });

  test("is one of those that have a name", async () => {
    expect((await cast.browser(operator).send(line, line, { policy: "toString" })).status).toBe(422);
    expect((await cast.browser().get("/communities/nobody/directory")).status).toBe(404);
  });
});
