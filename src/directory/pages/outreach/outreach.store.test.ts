import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openGatheringCast, type CastGathering, type GatheringCast } from "../../../../testing/gathering-cast.ts";
import { servePages, type OpenBrowser } from "../../../../testing/page-visits.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import { accountCatalogues } from "../../../accounts/messages/catalogue.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { blockHosts } from "../../../communities/commands/moderation/block-hosts.ts";
import { cancelGathering } from "../../../gatherings/commands/cancel-gathering.ts";
import { refuseInvitations } from "../../../gatherings/commands/outreach/refuse-invitations.ts";
import { outreachTables } from "../../../gatherings/store/outreach/outreach.tables.ts";
import { targetsOf } from "../../../gatherings/store/outreach/targets.read.ts";
import { addEntry } from "../../commands/add-entry.ts";
import { removeEntry } from "../../commands/remove-entry.ts";
import { takeOverList } from "../../commands/take-over-list.ts";
import { directoryCatalogues } from "../../messages/catalogue.ts";
import { directorySchema } from "../../store/directory-schema.ts";
import { directoryRoutes } from "../directory-routes.tsx";

let cast: GatheringCast;
let open: OpenBrowser;
let community: CommunityId;
let ada: PersonId;
let grace: PersonId;
let about: CastGathering;
let words = 0;
/** A word that only the places of one test have. */
let word: string;

beforeAll(async () => {
  cast = await openGatheringCast({ schema: directorySchema, messages: [accountCatalogues, directoryCatalogues] });
  open = servePages(cast.application, [(web, served) => directoryRoutes(web, served)]);
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  community = await cast.community(ada);
  await cast.join(community, grace);
});
beforeEach(async () => {
  about = await cast.gathering(ada, community);
  words += 1;
  word = `orchard${words}`;
});
afterAll(() => cast.close());

const browser = (person?: PersonId) => open(person && { id: person, name: "Somebody" });
const add = async (host: string, said: Readonly<Record<string, unknown>> = {}) => {
  const domain = `${host}.${word}.example`;
  const name = `${host} ${word}`;
  const claim = { name, source: "https://wiki.example/", certainty: "medium", ...said };
  const { entryId } = valueOf(await cast.application.execute(addEntry, { domain, ...claim }, byPerson(ada)));
  return { entryId, domain };
};
const path = () => `/directory/outreach?q=${word}&gathering=${about.gatheringId}`;
const put = (person: PersonId, fields: Readonly<Record<string, string | readonly string[]>>) =>
  browser(person).submit(path(), path(), fields);
const onBoard = async () =>
  (await targetsOf(cast.application.read, about.gatheringId, { after: "", limit: 500 })).map(({ address }) => address);

describe("the places of a list", () => {
  test("are put on the board of a gathering that one organises, ticked ones alone, with what is known of them", async () => {
    const [one, two] = [
      await add("loom", { country: ["DE"], languages: ["de"], ownership: "member_coop" }),
      await add("mill", { country: ["FR"], languages: ["fr", "br"] }),
    ];
    const list = await browser(ada).get(`/directory?q=${word}`);
    expect(list.html).toContain(`href="/directory/outreach?q=${word}"`);
    const choosing = await browser(ada).get(`/directory/outreach?q=${word}`);
    expect(choosing.html).toContain(`gathering=${about.gatheringId}`);
    const done = await put(ada, { of: [two.entryId], which: "ticked" });
    expect(done.location).toContain("done=put-on-board");
    const [target, ...others] = await targetsOf(cast.application.read, about.gatheringId, { after: "", limit: 500 });
    expect(others).toEqual([]);
    expect(target).toMatchObject({
      address: two.domain,
      language: "fr",
      country: "FR",
      state: "listed",
      kind: "instance",
    });
    const after = await browser(ada).get(path());
    expect(after.words).toContain(`mill ${word} · ${two.domain} On the board already`);
    expect(after.html).toContain(`value="${one.entryId}"`);
    expect(after.html).not.toContain(`value="${two.entryId}"`);
  });

  test("are put there all at once, nobody twice", async () => {
    const places = [await add("a"), await add("b"), await add("c")];
    await put(ada, { of: [places[0]?.entryId ?? ""], which: "ticked" });
    await put(ada, { which: "all" });
    const all = places.map(({ domain }) => domain);
    expect((await onBoard()).toSorted()).toEqual(all);
    expect((await browser(ada).get(path())).html).not.toContain('value="all"');
    const again = await browser(ada).send("/directory/new", path(), { of: places.map(({ entryId }) => entryId) });
    expect(again.status).toBe(303);
    expect(await onBoard()).toHaveLength(3);
  });

  test("are shown with the balance of the board before and after", async () => {
    await add("a", { country: ["IT"] });
    await add("b", { country: ["IT"] });
    await put(ada, { which: "all" });
    await add("c", { country: ["IT"], ownership: "association" });
    await add("d", { country: ["PT"] });
    const shown = (await browser(ada).get(path())).words;
    expect(shown).toContain("2 are on the board; 2 of this page would come to it.");
    expect(shown).toContain("Italy 2 · 1");
    expect(shown).toContain("Portugal 0 · 1");
    expect(shown).toContain("Association 0 · 1");
  });

  test("never are those that opted out, that never want to be asked again, that are closed, or whose server is kept out", async () => {
    const names = ["open", "gone", "never", "closed", "blocked"] as const;
    const [free, gone, never, closed, blocked] = [
      await add(names[0]),
      await add(names[1]),
      await add(names[2]),
      await add(names[3], { lifecycle: "closed" }),
      await add(names[4]),
    ];
    const { execute } = cast.application;
    valueOf(await execute(removeEntry, { entryId: gone.entryId, why: "opted-out" }, byPerson(ada)));
    const other = await cast.gathering(ada, community);
    await putElsewhere(other, never.entryId);
    await asked(other, never.domain);
    const block = { communityId: community, blocks: [{ host: blocked.domain, level: "block" }], reason: "Spam." };
    valueOf(await execute(blockHosts, block, byPerson(ada)));
    const shown = (await browser(ada).get(path())).words;
    expect(shown).toContain(`${never.domain} Never wants to be asked again`);
    expect(shown).toContain(`${closed.domain} Is closed`);
    expect(shown).toContain(`${blocked.domain} Your community keeps its server out`);
    const all = [free, gone, never, closed, blocked].map(({ entryId }) => entryId);
    await browser(ada).send("/directory/new", path(), { of: all, which: "ticked" });
    expect(await onBoard()).toEqual([free.domain]);
  });

  test("are put on no board by whoever does not organise the gathering", async () => {
    const { entryId } = await add("a");
    expect((await browser(grace).get(path())).status).toBe(403);
    expect((await browser(grace).send("/directory/new", path(), { of: [entryId] })).status).toBe(403);
    expect((await browser(grace).get(`/directory/outreach?q=${word}`)).words).toContain("You organise no gathering");
    expect((await browser().get(path())).location).toContain("/sign-in");
    expect((await browser().send("/directory/new", path(), { of: [entryId] })).location).toContain("/sign-in");
    expect((await browser().get(`/directory?q=${word}`)).html).not.toContain("/directory/outreach");
    expect(await onBoard()).toEqual([]);
  });

  test("are not put on the board of a gathering that no longer invites", async () => {
    await add("a");
    valueOf(await cast.application.execute(cancelGathering, { ...about, reason: "Ill." }, byPerson(ada)));
    expect((await browser(ada).get(path())).status).toBe(403);
  });

  test("have to be ticked, and a page shows a hundred of them", async () => {
    const rows = Array.from({ length: 101 }, (_, place) => `Many ${word} ${place},m${place}.${word}.example`);
    const list = ["name,domain", ...rows].join("\n");
    valueOf(
      await cast.application.execute(takeOverList, { from: "given", list, called: word }, by({ kind: "server" })),
    );
    const refused = await put(ada, { which: "ticked" });
    expect(refused.status).toBe(422);
    expect(refused.words).toContain("Tick at least one place");
    expect(refused.words).toContain("Put all 100 that are shown on the board");
    expect(refused.html.length).toBeLessThan(60 * 1024);
    await put(ada, { which: "all" });
    expect(await onBoard()).toHaveLength(100);
    const next = /href="([^"]*after=[^"]*)"/.exec((await browser(ada).get(path())).html)?.[1]?.replaceAll("&amp;", "&");
    expect((await browser(ada).get(next ?? "")).words).toContain("Put the one that is shown on the board");
  });
});

/** Puts one place on the board of another gathering. */
async function putElsewhere(of: CastGathering, entryId: string): Promise<void> {
  const elsewhere = `/directory/outreach?q=${word}&gathering=${of.gatheringId}`;
  await browser(ada).send("/directory/new", elsewhere, { of: [entryId], which: "ticked" });
}

/** The place was asked there by its contact, and wants never to be asked again. */
async function asked(of: CastGathering, domain: string): Promise<void> {
  const [target] = await targetsOf(cast.application.read, of.gatheringId, { after: "", limit: 1 });
  const uri = `https://${domain}/users/admin`;
  await cast.application.database.write(async (transaction) => {
    const contacted = outreachTables(transaction).updateTable("outreach_targets").set({ contact_uri: uri });
    await contacted.where("id", "=", target?.id ?? "").execute();
  });
  valueOf(await cast.application.execute(refuseInvitations, { ...of, targetId: target?.id, uri }, byPerson(grace)));
}
