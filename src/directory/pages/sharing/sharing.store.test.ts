import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDirectoryCast, type DirectoryCast } from "../../../../testing/directory-cast.ts";
import { directoryElsewhere, sharingWith, type DirectoryElsewhere } from "../../../../testing/directory-elsewhere.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import { blockHost } from "../../../accounts/commands/server/block-host.ts";
import type { PersonId } from "../../../accounts/index.ts";
import { addEntry } from "../../commands/add-entry.ts";
import { removeEntry } from "../../commands/remove-entry.ts";
import { hearSentChanges } from "../../commands/sharing/hear-changes.ts";
import { takeDirectoryAnswer } from "../../commands/sharing/take-follow-answer.ts";
import { originBounds, type Origin } from "../../model/sharing/origin.ts";
import { changesShape, recordShape } from "../open-data/shapes.ts";
import { toOperatorsOfOrigins } from "../../notices.ts";
import { entryByDomain, entryById } from "../../store/entries.read.ts";
import { originsOfActor } from "../../store/sharing/origins.read.ts";
import { sharingTables } from "../../store/sharing/sharing.tables.ts";

let league: DirectoryElsewhere;
let union: DirectoryElsewhere;
let cast: DirectoryCast;
let olga: PersonId;

beforeEach(async () => {
  league = directoryElsewhere("league.example");
  union = directoryElsewhere("union.example");
  cast = await openDirectoryCast(undefined, sharingWith([league, union]));
  olga = await cast.operator("Olga");
});
afterEach(() => cast.close());

const sharing = "/directory/sharing";

async function originOf({ uri }: DirectoryElsewhere): Promise<Origin> {
  const [origin] = await originsOfActor(cast.application.read, uri, 1);
  if (origin === undefined) throw new Error(`${uri} is not followed`);
  return origin;
}

/** An operator follows it, and it lets itself be followed; what it tells is read. */
async function follow(directory: DirectoryElsewhere): Promise<void> {
  await cast.browser(olga).submit(sharing, sharing, { directory: directory.host });
  await answer(directory, directory.uri);
  await cast.pump();
}

async function answer(directory: DirectoryElsewhere, uri: string, isYes = true): Promise<void> {
  const { followId } = await originOf(directory);
  valueOf(await cast.application.execute(takeDirectoryAnswer, { followId, uri, isYes }, federated()));
}

let arrived = 0;
function federated() {
  arrived += 1;
  return { actor: { kind: "visitor" }, origin: { from: "federated", key: `activity-${arrived}` } } as const;
}

async function hear(directory: DirectoryElsewhere, ...sent: Parameters<DirectoryElsewhere["sent"]>): Promise<void> {
  valueOf(await cast.application.execute(hearSentChanges, directory.sent(...sent), federated()));
}

async function entry(domain: string) {
  const found = await entryByDomain(cast.application.read, domain);
  return found === undefined ? undefined : entryById(cast.application.read, found.id);
}

async function read(path: string): Promise<unknown> {
  return JSON.parse((await cast.browser().get(path)).html);
}

async function page(domain: string): Promise<string> {
  return (await cast.browser().get(`/directory/${(await entry(domain))?.id}`)).words;
}

async function add(domain: string, said: { readonly ownership: "member_coop" | "association" }) {
  const input = { domain, source: "https://wiki.example/", ...said };
  return valueOf(await cast.application.execute(addEntry, input, byPerson(await cast.person("Ada")))).entryId;
}

describe("following another directory", () => {
  test("is for operators: whoever else tries is refused, and nobody is asked", async () => {
    expect((await cast.browser().get(sharing)).location).toContain("/sign-in");
    const ada = cast.browser(await cast.person("Ada"));
    expect((await ada.get(sharing)).status).toBe(403);
    expect((await ada.send("/directory/suggestions/new", sharing, { directory: league.host })).status).toBe(403);
    expect(await originsOfActor(cast.application.read, league.uri, 1)).toEqual([]);
  });

  test("keeps what was typed where there is no directory, and says what to mend", async () => {
    const typed = { directory: "nothing.example" };
    const none = await cast.browser(olga).submit(sharing, sharing, typed);
    expect(none.status).toBe(422);
    expect(none.words).toContain("There is no directory there that can be followed.");
    expect(none.html).toContain('value="nothing.example"');
    league.isAway = true;
    const away = await cast.browser(olga).submit(sharing, sharing, { directory: league.host });
    expect(away.words).toContain("Nobody answers there at present");
  });

  test("is asked once, and begins when the one that was asked says yes", async () => {
    league.changes.push(league.said(1, "plum.example", "ownership", "association"));
    await cast.browser(olga).submit(sharing, sharing, { directory: league.host });
    expect((await cast.browser(olga).get(sharing)).words).toContain("Asked; it has not answered yet");
    const again = await cast.browser(olga).submit(sharing, sharing, { directory: league.host });
    expect(again.words).toContain("This directory is followed already");
    await answer(league, union.uri);
    await cast.pump();
    expect((await originOf(league)).state).toBe("asked");
    await answer(league, league.uri);
    await cast.pump();
    expect((await originOf(league)).state).toBe("followed");
    expect(await page("plum.example")).toContain("league.example · attested there by somebody with an account");
  });

  test("is seen by everybody, with how much comes from where", async () => {
    expect((await cast.browser().get("/directory/origins")).words).toContain("This directory follows no other.");
    league.changes.push(league.said(1, "plum.example", "ownership", "association"));
    await follow(league);
    const { words } = await cast.browser().get("/directory/origins");
    expect(words).toContain("league.example One place · one thing said of them");
    expect(words).toContain("@koinon-directory@gather.example");
    expect((await cast.browser(olga).get(sharing)).words).toContain("heard up to its change number 1");
  });
});

describe("what another directory says", () => {
  test("is read part by part, from where it was heard last, also after nobody answered", async () => {
    for (let number = 1; number <= 7; number++) {
      league.changes.push(league.said(number, `p${number}.example`, "ownership", "association"));
    }
    await follow(league);
    expect(await originOf(league)).toMatchObject({ upTo: 7, isBehind: false, entries: 7, claims: 7 });
    league.isAway = true;
    cast.clock.pass({ hours: 7 });
    await cast.pump();
    expect((await cast.browser(olga).get(sharing)).words).toContain("nobody answered");
    league.isAway = false;
    league.changes.push(league.said(8, "p8.example", "ownership", "association"));
    cast.clock.pass({ hours: 2 });
    await cast.pump();
    expect(await originOf(league)).toMatchObject({ upTo: 8, entries: 8 });
  });

  test("stands behind what is said here, and counts as neither verified nor measured", async () => {
    const self = {
      claim: { ...claimOf(league.said(1, "plum.example", "ownership", "company")), basis: "self-declared" },
    };
    league.changes.push(league.said(1, "plum.example", "ownership", "company", self));
    await follow(league);
    expect((await entry("plum.example"))?.proofs).toEqual([]);
    expect((await cast.browser().get("/directory.csv?verified=listed")).html).toContain(
      "ownership: league.example (self-declared, person)",
    );
    expect((await cast.browser().get("/directory?ownership=company")).words).toContain("plum.example");
    const record = recordShape.parse(await read(`/directory/${(await entry("plum.example"))?.id}/record.json`));
    expect(record.provenance["ownership"]).toMatchObject({ basis: "heard", by: "directory:league.example" });
    const { changes } = changesShape.parse(await read("/directory/changes.json"));
    expect(changes.map(({ claim }) => claim?.heard?.from)).toEqual([undefined, "league.example"]);
    const words = await page("plum.example");
    expect(words).toContain("As another directory says: league.example · said there by the place itself");
    expect(words).not.toContain("Said by the place itself:");

    const entryId = await add("pear.example", { ownership: "association" });
    league.changes.push(league.said(2, "pear.example", "ownership", "member_coop"));
    cast.clock.pass({ hours: 7 });
    await cast.pump();
    const { ownership } = (await entryById(cast.application.read, entryId))?.fields ?? {};
    expect(ownership?.claim).toMatchObject({ value: "association", basis: "attested" });
    expect(ownership?.against).toMatchObject([{ value: "member_coop", basis: "heard" }]);
    const compared = await cast
      .browser()
      .get(`/directory/compare?of=${entryId}&of=${(await entry("plum.example"))?.id}`);
    expect(compared.words).toContain("As another directory says: league.example");
  });

  test("of one place stands beside what a third says of it, contradictions and all", async () => {
    league.changes.push(league.said(1, "plum.example", "ownership", "association"));
    union.changes.push(union.said(1, "plum.example", "ownership", "member_coop"));
    await follow(league);
    await follow(union);
    const { ownership } = (await entry("plum.example"))?.fields ?? {};
    const hosts = [ownership?.claim, ...(ownership?.against ?? [])].map((one) =>
      one?.claimant.kind === "directory" ? one.claimant.host : undefined,
    );
    expect(new Set(hosts)).toEqual(new Set(["league.example", "union.example"]));
  });

  test("is replaced, taken back and removed as it says; what it never said stays", async () => {
    await follow(league);
    await hear(league, 0, [league.said(1, "plum.example", "ownership", "association")]);
    await hear(league, 1, [
      league.said(2, "plum.example", "ownership", "company", { type: "claim-replaced", replaces: "claim-1" }),
      league.said(3, "plum.example", "fee", "None"),
    ]);
    expect((await entry("plum.example"))?.fields.ownership).toMatchObject({ claim: { value: "company" }, against: [] });
    await hear(league, 3, [
      { ...league.said(4, "plum.example", "fee", "None"), type: "retraction", claimId: "claim-3", claim: null },
    ]);
    expect((await entry("plum.example"))?.fields.fee).toBeUndefined();
    expect(await originOf(league)).toMatchObject({ entries: 1, claims: 1 });
    await hear(league, 4, [
      { ...league.said(5, "plum.example", "fee", "None"), type: "tombstone", domain: null, claim: null },
    ]);
    expect(await entry("plum.example")).toBeUndefined();
    expect(await originOf(league)).toMatchObject({ entries: 0, claims: 0, upTo: 5 });
  });

  test("counts once, and what is older than what was heard is passed over", async () => {
    await follow(league);
    const first = league.said(1, "plum.example", "ownership", "association");
    await hear(league, 0, [first]);
    await hear(league, 1, [
      league.said(2, "plum.example", "ownership", "company", { type: "claim-replaced", replaces: "claim-1" }),
    ]);
    await hear(league, 0, [first]);
    await hear(league, 0, [first]);
    expect((await entry("plum.example"))?.fields.ownership).toMatchObject({ claim: { value: "company" }, against: [] });
    expect(await originOf(league)).toMatchObject({ claims: 1, upTo: 2, faults: 0 });
    await hear(league, 2, [
      { ...league.said(3, "plum.example", "fee", "None"), type: "tombstone", domain: null, claim: null },
    ]);
    await hear(league, 0, [first]);
    expect(await entry("plum.example")).toBeUndefined();
  });

  test("is read in its feed where something between was missed", async () => {
    await follow(league);
    league.changes.push(league.said(1, "plum.example", "ownership", "association"));
    league.changes.push(league.said(2, "plum.example", "fee", "None"));
    await hear(league, 1, [league.said(2, "plum.example", "fee", "None")]);
    expect(await entry("plum.example")).toBeUndefined();
    await cast.pump();
    expect((await entry("plum.example"))?.fields).toMatchObject({ ownership: {}, fee: {} });
  });

  test("never brings back a place that does not want to be listed", async () => {
    const entryId = await add("plum.example", { ownership: "association" });
    const removal = { entryId, why: "opted-out" } as const;
    valueOf(await cast.application.execute(removeEntry, removal, byPerson(olga)));
    league.changes.push(league.said(1, "plum.example", "ownership", "association"));
    await follow(league);
    expect(await entry("plum.example")).toBeUndefined();
    expect(await originOf(league)).toMatchObject({ upTo: 1, entries: 0, claims: 0 });
  });

  test("is forgotten with its place when that is taken off the list here", async () => {
    league.changes.push(league.said(1, "plum.example", "ownership", "association"));
    await follow(league);
    const removal = { entryId: (await entry("plum.example"))?.id ?? "", why: "opted-out" } as const;
    valueOf(await cast.application.execute(removeEntry, removal, byPerson(olga)));
    expect(await originOf(league)).toMatchObject({ entries: 0, claims: 0 });
    await hear(league, 1, [league.said(2, "plum.example", "fee", "None")]);
    expect(await entry("plum.example")).toBeUndefined();
  });
});

describe("a directory that is followed no more", () => {
  test("leaves nothing behind, however much that was, and nothing of others goes with it", async () => {
    await add("pear.example", { ownership: "association" });
    league.atOnce = 200;
    for (let number = 1; number <= 400; number++) {
      const domain = number % 2 === 0 ? "pear.example" : `p${number}.example`;
      const field = number % 4 < 2 ? "fee" : "lessons";
      league.changes.push(league.said(number, domain, field, `${number}`));
    }
    await follow(league);
    const { id } = await originOf(league);
    const before = await cast.browser().get("/directory");
    expect(before.words).toContain("201 places");
    const path = `${sharing}/${id}/end`;
    expect((await cast.browser(await cast.person("Ada")).get(path)).status).toBe(403);
    expect((await cast.browser(olga).get(path)).words).toContain("Follow league.example no longer?");
    const done = await cast.browser(olga).submit(path, path);
    expect(done.location).toBe(`${sharing}?done=directory-unfollowed`);
    await cast.pump();
    expect((await cast.browser().get("/directory")).words).toContain("One place");
    expect((await cast.browser().get("/directory.json")).html).not.toContain("league.example");
    const pear = await entry("pear.example");
    expect(pear?.fields.ownership?.claim.value).toBe("association");
    expect(pear?.fields.fee).toBeUndefined();
    const kept = sharingTables(cast.application.read);
    expect(await kept.selectFrom("directory_heard_claims").selectAll().execute()).toEqual([]);
    expect(await kept.selectFrom("directory_heard_entries").selectAll().execute()).toEqual([]);
    expect(await page("pear.example")).not.toContain("said before");
    expect((await cast.browser(olga).get(path)).status).toBe(404);
  });

  test("may be followed again, and is read from the beginning", async () => {
    league.changes.push(league.said(1, "plum.example", "ownership", "association"));
    await follow(league);
    const path = `${sharing}/${(await originOf(league)).id}/end`;
    await cast.browser(olga).submit(path, path);
    expect(await entry("plum.example")).toBeUndefined();
    await hear(league, 1, [league.said(2, "plum.example", "fee", "None")]);
    expect(await entry("plum.example")).toBeUndefined();
    cast.clock.pass({ minutes: 1 });
    await follow(league);
    expect(await entry("plum.example")).toBeDefined();
  });
});

describe("a directory that misbehaves", () => {
  const another = (number: number) =>
    league.said(number, "plum.example", "fee", "None", { entry: "https://union.example/directory/plum.example" });

  test("is unfollowed by itself after the fifth fault, with a notice to operators", async () => {
    league.changes.push(league.said(1, "plum.example", "ownership", "association"));
    await follow(league);
    for (let fault = 1; fault <= 4; fault++) await hear(league, 1, [another(2)]);
    expect(await originOf(league)).toMatchObject({ state: "followed", faults: 4, failure: "of-another" });
    expect((await cast.browser(olga).get(sharing)).words).toContain("4 faults within a week; the fifth ends it");
    await hear(league, 1, [another(2)]);
    expect(await originOf(league)).toMatchObject({ state: "dropped", endedBecause: "faulty" });
    expect(await entry("plum.example")).toBeUndefined();
    expect((await cast.browser(olga).get(sharing)).words).toContain("it spoke for a server that is not its own");
    const event = cast.events.findLast(({ name }) => name === "directory-origin-dropped");
    if (event === undefined) throw new Error("nobody is told");
    expect(await toOperatorsOfOrigins.notices(cast.application, event)).toMatchObject([
      { personId: olga, key: "directory.notice.origin-dropped.faulty", values: { host: "league.example" } },
    ]);
  });

  test.each([
    [
      "of a time that has not come",
      (number: number) => league.said(number, "plum.example", "fee", "None", { at: "2099-01-01T00:00:00Z" }),
      "of-the-future",
    ],
    ["that is no change", () => ({ number: "two" }), "not-changes"],
    [
      "whose claim cannot be read",
      (number: number) => league.said(number, "plum.example", "ownership", "kingdom"),
      "unreadable-claims",
    ],
  ] as const)("is at fault for something %s, of which nothing is kept", async (_what, change, failure) => {
    await follow(league);
    await hear(league, 0, [change(1)]);
    expect(await originOf(league)).toMatchObject({ faults: 1, failure });
    expect(await entry("plum.example")).toBeUndefined();
  });

  test("is told apart from one whose words are newer: what cannot be read counts once a day", async () => {
    await follow(league);
    const unreadable = (number: number) => league.said(number, "plum.example", "ownership", "kingdom");
    for (let number = 1; number <= 6; number++) await hear(league, number - 1, [unreadable(number)]);
    expect(await originOf(league)).toMatchObject({ state: "followed", faults: 1, upTo: 6 });
    cast.clock.pass({ hours: 25 });
    await hear(league, 6, [unreadable(7), league.said(8, "plum.example", "fee", "None")]);
    expect(await originOf(league)).toMatchObject({ faults: 2, upTo: 8 });
    expect((await entry("plum.example"))?.fields.fee?.claim.value).toBe("None");
  });

  test("is heard of so many places, and of no more", async () => {
    await follow(league);
    await cast.application.database.write(async (transaction) => {
      const origins = sharingTables(transaction).updateTable("directory_origins");
      await origins.set({ entries: originBounds.entries }).execute();
    });
    await hear(league, 0, [league.said(1, "plum.example", "ownership", "association")]);
    expect(await entry("plum.example")).toBeUndefined();
    expect(await originOf(league)).toMatchObject({ faults: 1, failure: "too-many-entries", upTo: 1 });
  });

  test("is heard of so much in a day, and of no more until the next", async () => {
    await follow(league);
    const full = { day_octets: originBounds.octetsADay };
    await cast.application.database.write(async (transaction) => {
      await sharingTables(transaction).updateTable("directory_origins").set(full).execute();
    });
    await hear(league, 0, [league.said(1, "plum.example", "ownership", "association")]);
    expect(await originOf(league)).toMatchObject({ faults: 1, failure: "too-much", upTo: 0 });
    league.changes.push(league.said(1, "plum.example", "ownership", "association"));
    cast.clock.pass({ hours: 25 });
    await cast.pump();
    expect(await originOf(league)).toMatchObject({ upTo: 1 });
  });

  test("goes at once when its server is blocked here, and cannot be followed then", async () => {
    league.changes.push(league.said(1, "plum.example", "ownership", "association"));
    await follow(league);
    const block = { host: league.host, severity: "suspend", reason: "Spam" } as const;
    valueOf(await cast.application.execute(blockHost, block, byPerson(olga)));
    await cast.pump();
    expect(await originOf(league)).toMatchObject({ state: "dropped", endedBecause: "blocked" });
    expect(await entry("plum.example")).toBeUndefined();
    const again = await cast.browser(olga).submit(sharing, sharing, { directory: league.host });
    expect(again.words).toContain("This server is blocked here");
  });

  test("is not what a form makes of it", async () => {
    await follow(league);
    const answer = await cast.application.execute(hearSentChanges, league.sent(0, []), by({ kind: "visitor" }));
    expect(answer).toMatchObject({ ok: false, refusal: { kind: "only-operators" } });
  });
});

function claimOf(change: { readonly [name: string]: unknown }) {
  const { claim } = change;
  return claim as { readonly [name: string]: string };
}
