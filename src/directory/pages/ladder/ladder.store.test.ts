import { createHash } from "node:crypto";
import { z } from "zod";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDirectoryCast, type DirectoryCast, letGo } from "../../../../testing/directory-cast.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import type { PersonId } from "../../../accounts/index.ts";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { readKeptFile } from "../../../kernel/media/kept-files.ts";
import { rowsFrom } from "../../../kernel/text/csv.ts";
import { addEntry } from "../../commands/add-entry.ts";
import { directoryPersonalData } from "../../commands/personal-data.ts";
import { removeEntry } from "../../commands/remove-entry.ts";
import { askContact } from "../../commands/verification/ask-contact.ts";
import { confirmByContact } from "../../commands/verification/confirm-by-contact.ts";
import type { DocumentAt } from "../../model/ladder/document.ts";
import { toVouchedFor } from "../../notices.ts";
import { entryById } from "../../store/entries.read.ts";
import { recordShape } from "../open-data/shapes.ts";

let cast: DirectoryCast;
let ada: PersonId;
let operator: PersonId;
/** Which account the servers of places name now, by host. */
const contacts = new Map<string, string>();
/** What stands at addresses; and how often each was asked for. */
const documents = new Map<string, Awaited<ReturnType<DocumentAt>>>();
const fetched: string[] = [];

const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const page = (text: string) => ({
  sha256: hash(text),
  wordsSha256: hash(text),
  mediaType: "text/html",
  bytes: Buffer.from(text),
});

beforeAll(async () => {
  cast = await openDirectoryCast((clock) => ({
    lookAt: async () => {
      const usual = { outcome: "found", facts: [], contact: undefined, leadsTo: undefined, shown: [] } as const;
      return { ...usual, at: clock(), sawAllWays: true };
    },
    listAt: async () => "list-away",
    contactOf: async (host) => {
      const uri = contacts.get(host);
      return uri === undefined ? "none" : { uri, handle: `@ana@${host}`, hasMoved: false, keyChangedAt: undefined };
    },
    documentAt: async (url) => {
      fetched.push(url.href);
      return documents.get(url.href) ?? "gone";
    },
  }));
  ada = await cast.person("Ada");
  operator = await cast.operator("Olga");
});
beforeEach(() => cast.clock.pass({ hours: 2 }));
afterAll(() => cast.close());

let places = 0;
/** A listed place whose account has answered for it. */
async function verifiedPlace(name = "loom") {
  places += 1;
  const host = `${name}${places}.example`;
  const { execute } = cast.application;
  const { entryId } = valueOf(await execute(addEntry, { domain: host }, byPerson(ada)));
  const uri = `https://${host}/users/ana`;
  const place = {
    host,
    entryId,
    uri,
    page: `/directory/${entryId}`,
    account: await cast.personAt(uri, `@ana@${host}`),
  };
  await verify(place);
  return place;
}
type Place = Awaited<ReturnType<typeof verifiedPlace>>;

/** The account of a place is asked, and answers. */
async function verify({ host, entryId, uri }: Pick<Place, "host" | "entryId" | "uri">): Promise<void> {
  const { execute, read } = cast.application;
  contacts.set(host, uri);
  cast.clock.pass({ hours: 25 });
  valueOf(await execute(askContact, { entryId, uri, handle: `@ana@${host}`, language: "en" }, byPerson(ada)));
  const code = (await entryById(read, entryId))?.proofs.find(({ kind }) => kind === "account")?.code ?? "";
  valueOf(await execute(confirmByContact, { code, uri, hasMoved: false }, by({ kind: "visitor" })));
}

/** The record of a place, which has to be as its description says. */
const recordOf = async (of: Place) =>
  recordShape.parse(JSON.parse((await cast.browser().get(`${of.page}/record.json`)).html));
const stepOf = async (of: Place, kind: "delegate" | "documents" | "peers") =>
  (await entryById(cast.application.read, of.entryId))?.steps.find((step) => step.kind === kind);
const words = async (of: Place) => (await cast.browser().get(of.page)).words;
const isFoundUnder = async (of: Place, answer: string) =>
  (await cast.browser().get(`/directory?verified=${answer}&q=${of.host}`)).words.includes(`${of.host} ·`);

const inDays = (days: number) =>
  cast.clock
    .now()
    .add({ hours: 24 * days })
    .toZonedDateTimeISO("UTC")
    .toPlainDate()
    .toString();
const nameDelegate = (
  of: Place,
  given: Readonly<Record<string, string>> = {},
  person: PersonId | undefined = of.account,
) =>
  cast.browser(person).submit(`${of.page}/ladder`, `${of.page}/delegates`, {
    handle: "@Bo@bo.example",
    decision: `https://${of.host}/minutes`,
    until: inDays(60),
    scope: "Speaks for us at gatherings.",
    ...given,
  });
const showDocument = (of: Place, given: Readonly<Record<string, string>> = {}) =>
  cast.browser(of.account).submit(`${of.page}/ladder`, `${of.page}/documents`, {
    kind: "bylaws",
    url: `https://${of.host}/bylaws`,
    licence: "CC-BY-SA-4.0",
    ...given,
  });
const vouch = (from: Place, for_: Place, note = "") =>
  cast.browser(from.account).submit(`${for_.page}/vouches/new`, `${for_.page}/vouches`, { by: from.host, note });
/** Lets weeks pass, and has done what was due meanwhile. */
async function weeksPass(weeks: number): Promise<void> {
  cast.clock.pass({ hours: 24 * 7 * weeks });
  await cast.pump();
}

describe("a delegate", () => {
  test("is named by whoever speaks for the place, with the decision and the term, and the place is found by that", async () => {
    const place = await verifiedPlace();
    documents.set(`https://${place.host}/minutes`, page("We decided that Bo speaks for us."));
    expect((await words(place)).includes("Level 3, a delegate · not shown")).toBe(true);
    expect((await nameDelegate(place)).location).toContain("done=delegate-named");
    const shown = await cast.browser().get(place.page);
    expect(shown.words).toContain("Level 3, a delegate · shown");
    expect(shown.words).toContain("@bo@bo.example");
    expect(shown.html).toContain(`href="https://${place.host}/minutes"`);
    expect(await isFoundUnder(place, "delegate")).toBe(true);
    const record = await recordOf(place);
    expect(record.verification).toContainEqual(expect.objectContaining({ level: 3, method: "delegate", stale: null }));
    expect(JSON.stringify(record)).not.toContain("@bo@");
    expect(JSON.stringify(cast.events)).not.toMatch(/@bo@|minutes/);
  });

  test.each([
    ["has no server", { handle: "Bo" }, "Write an account with its server"],
    ["has a term that is over", { until: "2020-01-01" }, "This day is over"],
    ["is named by a decision that is nowhere", { decision: "https://nowhere.example/" }, "Nothing is there"],
    ["is named by no address", { decision: "our assembly" }, "Write the address of a page"],
  ])("who %s is refused, and what was typed is kept", async (_, given, said) => {
    const place = await verifiedPlace();
    documents.set(`https://${place.host}/minutes`, page("Minutes"));
    const refused = await nameDelegate(place, given);
    expect(refused.status).toBe(422);
    expect(refused.words).toContain(said);
    expect(refused.html).toContain("Speaks for us at gatherings.");
    expect(await stepOf(place, "delegate")).toBeUndefined();
  });

  test("is named by nobody who does not speak for the place, and nothing is fetched for them", async () => {
    const [place, other] = [await verifiedPlace(), await verifiedPlace("other")];
    const before = fetched.length;
    for (const person of [operator, ada, other.account]) {
      expect((await cast.browser(person).get(`${place.page}/ladder`)).status).toBe(403);
      expect(
        (await cast.browser(person).send("/directory/new", `${place.page}/documents`, { url: "https://x.example/" }))
          .status,
      ).toBe(403);
      const sent = await cast.browser(person).send("/directory/new", `${place.page}/delegates`, {
        handle: "@bo@bo.example",
        decision: `https://${place.host}/minutes`,
        until: inDays(60),
        scope: "",
      });
      expect(sent.status).toBe(403);
    }
    expect((await cast.browser().get(`${place.page}/ladder`)).location).toContain("/sign-in");
    expect(fetched).toHaveLength(before);
    expect(await stepOf(place, "delegate")).toBeUndefined();
  });

  test("is one until the term ends, and is shown as stale from the next day on", async () => {
    const place = await verifiedPlace();
    documents.set(`https://${place.host}/minutes`, page("Minutes"));
    await nameDelegate(place, { until: inDays(2) });
    cast.clock.pass({ hours: 24 });
    await cast.pump();
    expect((await stepOf(place, "delegate"))?.state).toBe("proved");
    cast.clock.pass({ hours: 48 });
    await cast.pump();
    expect(await stepOf(place, "delegate")).toMatchObject({ state: "stale", fault: "term-over" });
    expect(await words(place)).toContain("Level 3, a delegate · was shown once, and is no longer · the term is over");
    expect(await isFoundUnder(place, "delegate")).toBe(false);
    expect(await isFoundUnder(place, "account")).toBe(true);
  });

  test("who wishes to be forgotten is named no more, and the place keeps its decision", async () => {
    const place = await verifiedPlace();
    documents.set(`https://${place.host}/minutes`, page("Minutes"));
    const bo = await cast.personAt("https://bo.example/users/bo", "@bo@bo.example");
    await nameDelegate(place);
    const kept = await directoryPersonalData.export(cast.application.read, bo);
    expect(kept).toMatchObject({ directoryDelegates: [{ entry: place.entryId, delegate: "@bo@bo.example" }] });
    valueOf(await cast.application.execute(letGo, { personId: bo }, by({ kind: "server" })));
    const shown = await words(place);
    expect(shown).not.toContain("@bo@bo.example");
    expect(shown).toContain("A delegate who is no longer named here");
    expect(shown).toContain("Level 3, a delegate · shown");
  });
});

describe("a document", () => {
  test("is fetched once, and stands with its hash, date and licence; a copy is saved where the licence allows one", async () => {
    const place = await verifiedPlace();
    const text = "<p>Article one: nobody rules.</p><script>steal()</script>";
    documents.set(`https://${place.host}/bylaws`, page(text));
    expect((await showDocument(place)).location).toContain("done=document-shown");
    const shown = await cast.browser().get(place.page);
    expect(shown.words).toContain("Level 4, documents · shown");
    expect(shown.words).toContain(hash(text));
    const copy = /href="([^"]+\/copy)"/.exec(shown.html)?.[1] ?? "";
    const saved = await cast.browser().get(copy);
    expect(saved.html).toBe(text);
    expect(saved.headers.get("Content-Type")).toBe("application/octet-stream");
    expect(saved.headers.get("Content-Disposition")).toContain(`attachment; filename="${place.host}-bylaws.html"`);
    expect(saved.headers.get("Content-Security-Policy")).toContain("sandbox");
    expect(await isFoundUnder(place, "documents")).toBe(true);
    const csv = rowsFrom((await cast.browser().get(`/directory.csv?q=${place.host}`)).html);
    expect(csv[1]?.[csv[0]?.indexOf("verification") ?? -1]).toBe("account; documents");
  });

  test("without a licence that allows copies stands with its hash and its address alone", async () => {
    const place = await verifiedPlace();
    documents.set(`https://${place.host}/bylaws`, page("All rights reserved."));
    await showDocument(place, { licence: "none" });
    const shown = await cast.browser().get(place.page);
    expect(shown.words).toContain(hash("All rights reserved."));
    expect(shown.html).not.toContain("/copy");
    expect(await readKeptFile(cast.application.read, hash("All rights reserved."))).toBeUndefined();
  });

  test("that changed by the yearly look is shown with both dates and both hashes", async () => {
    const place = await verifiedPlace();
    const url = `https://${place.host}/bylaws`;
    documents.set(url, page("First bylaws."));
    await showDocument(place);
    const asked = () => fetched.filter((one) => one === url).length;
    await weeksPass(51);
    expect(asked()).toBe(1);
    documents.set(url, page("Second bylaws."));
    await weeksPass(2);
    expect(asked()).toBe(2);
    const shown = await cast.browser().get(place.page);
    expect(shown.words).toContain("Level 4, documents · shown");
    expect(shown.words).toContain(hash("First bylaws."));
    expect(shown.words).toContain(hash("Second bylaws."));
    expect(shown.words).toMatch(/The text changed between .*20\d\d.* and .*20\d\d.*\. Before that it was:/);
    expect(cast.events.filter(({ name }) => name === "directory-document-changed")).toHaveLength(1);
  });

  test("that changes again and again is remembered in its last five texts", async () => {
    const place = await verifiedPlace();
    const text = (number: number) => `Bylaws ${place.host} ${number}.`;
    documents.set(`https://${place.host}/bylaws`, page(text(0)));
    await showDocument(place);
    for (let number = 1; number <= 6; number++) {
      documents.set(`https://${place.host}/bylaws`, page(text(number)));
      await weeksPass(53);
    }
    const { documents: shown } = await recordOf(place);
    const kept = [6, 5, 4, 3, 2].map((number) => hash(text(number)));
    expect(shown[0]?.versions.map(({ sha256 }) => sha256)).toEqual(kept);
    expect(await readKeptFile(cast.application.read, hash(text(1)))).toBeUndefined();
    expect(await readKeptFile(cast.application.read, hash(text(2)))).toBeDefined();
  });

  test("that nobody answers for is tried again for days before it turns stale, and comes back", async () => {
    const place = await verifiedPlace();
    const url = `https://${place.host}/bylaws`;
    documents.set(url, page("Bylaws."));
    await showDocument(place);
    documents.set(url, "away");
    await weeksPass(53);
    const daysPass = async (days: number) => {
      for (let day = 0; day < days; day++) {
        cast.clock.pass({ hours: 24 });
        await cast.pump();
      }
    };
    await daysPass(3);
    expect((await stepOf(place, "documents"))?.state).toBe("proved");
    await daysPass(1);
    expect(await stepOf(place, "documents")).toMatchObject({ state: "stale", fault: "unreachable" });
    expect(await words(place)).toContain("nobody answered, several times in a row");
    documents.set(url, page("Bylaws."));
    await weeksPass(5);
    expect((await stepOf(place, "documents"))?.state).toBe("proved");
  });

  test("that is taken back goes with its copy, and so it does with the whole place", async () => {
    const [place, gone] = [await verifiedPlace(), await verifiedPlace()];
    for (const [of, text] of [
      [place, "Mine."],
      [gone, "Theirs."],
    ] as const) {
      documents.set(`https://${of.host}/bylaws`, page(text));
      await showDocument(of);
      expect(await readKeptFile(cast.application.read, hash(text))).toBeDefined();
    }
    const form = await cast.browser(place.account).get(`${place.page}/ladder`);
    const id = /documents\/removal.*?name="id" value="([^"]+)"/s.exec(form.html)?.[1] ?? "";
    const removal = `${place.page}/documents/removal`;
    expect((await cast.browser(gone.account).send("/directory/new", removal, { id })).status).toBe(403);
    await cast.browser(place.account).submit(`${place.page}/ladder`, removal, { id });
    expect(await stepOf(place, "documents")).toBeUndefined();
    expect(await readKeptFile(cast.application.read, hash("Mine."))).toBeUndefined();
    valueOf(
      await cast.application.execute(removeEntry, { entryId: gone.entryId, why: "mistaken" }, byPerson(operator)),
    );
    expect(await readKeptFile(cast.application.read, hash("Theirs."))).toBeUndefined();
  });
});

describe("what a place shows above its proofs", () => {
  test("is stale once its account is lost, and stays so when the domain is in other hands", async () => {
    const place = await verifiedPlace();
    documents.set(`https://${place.host}/bylaws`, page("Bylaws."));
    await showDocument(place);
    contacts.delete(place.host);
    await weeksPass(1);
    expect(await stepOf(place, "documents")).toMatchObject({ state: "stale", fault: "no-account" });
    const asked = () => fetched.filter((url) => url.includes(place.host)).length;
    const before = asked();
    await weeksPass(60);
    expect(asked()).toBe(before);
    // Whoever has the domain now makes an account of the same name, and answers by it.
    await verify(place);
    expect(await stepOf(place, "documents")).toMatchObject({ state: "stale", fault: "no-account" });
    expect(await isFoundUnder(place, "documents")).toBe(false);
  });
});

describe("places that vouch", () => {
  test("are two or more, each for a year; the place hears of each", async () => {
    const [place, one, two] = [await verifiedPlace("vouched"), await verifiedPlace(), await verifiedPlace()];
    expect((await vouch(one, place, "We share an assembly.")).location).toContain("done=vouched");
    expect(await stepOf(place, "peers")).toBeUndefined();
    await vouch(two, place);
    expect(await words(place)).toContain("Level 5, other places that vouch · shown");
    expect(await words(place)).toContain("We share an assembly.");
    expect(await isFoundUnder(place, "peers")).toBe(true);
    const event = cast.events.findLast(({ name }) => name === "directory-place-vouched-for");
    if (event === undefined) throw new Error("nothing was said of the vouch");
    expect(await toVouchedFor.notices(cast.application, event)).toMatchObject([
      { personId: place.account, values: { by: two.host, place: place.host } },
    ]);
    await weeksPass(53);
    expect(await stepOf(place, "peers")).toMatchObject({ state: "stale", fault: "expired" });
    await vouch(one, place);
    await vouch(two, place);
    expect((await stepOf(place, "peers"))?.state).toBe("proved");
  });

  test("never count for themselves, nor twice, nor without having been verified", async () => {
    const [place, one] = [await verifiedPlace("vouched"), await verifiedPlace()];
    expect((await vouch(place, place)).words).toContain("A place cannot vouch for itself");
    await vouch(one, place);
    const told = () => cast.events.filter(({ name }) => name === "directory-place-vouched-for").length;
    const before = told();
    await vouch(one, place, "Said again.");
    expect(told()).toBe(before);
    expect(await stepOf(place, "peers")).toBeUndefined();
    const asAda = cast
      .browser(ada)
      .submit(`${place.page}/vouches/new`, `${place.page}/vouches`, { by: one.host, note: "" });
    expect((await asAda).words).toContain("Only whoever speaks for the place");
    const visitor = await cast.browser().send("/directory/new", `${place.page}/vouches`, { by: one.host, note: "" });
    expect(visitor.location).toContain("/sign-in");
    const { entryId } = valueOf(
      await cast.application.execute(addEntry, { domain: "unverified.example" }, byPerson(ada)),
    );
    const unverified = { ...place, entryId, page: `/directory/${entryId}` };
    expect((await vouch(one, unverified)).words).toContain("Nobody speaks for this place yet");
  });

  test("do not count twice for one person who speaks for several places", async () => {
    const [place, one, two] = [await verifiedPlace("vouched"), await verifiedPlace(), await verifiedPlace()];
    await vouch(one, place);
    const join = defineCommand({
      name: "test/join",
      input: z.object({ kept: z.string(), joined: z.string() }),
      chain: () => serverChain,
      authorise: async () => undefined,
      async run(context, { kept, joined }) {
        await directoryPersonalData.join(context, kept, joined);
        return accepted(null);
      },
    });
    await vouch(two, place);
    expect((await stepOf(place, "peers"))?.state).toBe("proved");
    const joining = { kept: one.account, joined: two.account };
    valueOf(await cast.application.execute(join, joining, by({ kind: "server" })));
    expect(await words(place)).toContain("fewer than two count, and nobody counts twice");
    expect(await stepOf(place, "peers")).toMatchObject({ state: "stale", fault: "too-few" });
  });

  test("may be replied to and declined by the place, and then do not count", async () => {
    const [place, one, two] = [await verifiedPlace("vouched"), await verifiedPlace(), await verifiedPlace()];
    await vouch(one, place);
    await vouch(two, place);
    const form = await cast.browser(place.account).get(`${place.page}/ladder`);
    const id = /<option value="([^"]+)"[^>]*>[^<]*loom/.exec(form.html)?.[1] ?? "";
    const answer = (person: PersonId) => {
      const given = { vouch: id, reply: "We do not know each other.", declines: "yes" };
      return cast.browser(person).send("/directory/new", `${place.page}/vouches/reply`, given);
    };
    expect((await answer(one.account)).status).toBe(403);
    await cast.browser(place.account).submit(`${place.page}/ladder`, `${place.page}/vouches/reply`, {
      vouch: id,
      reply: "We do not know each other.",
      declines: "yes",
    });
    const shown = await words(place);
    expect(shown).toContain("We do not know each other.");
    expect(shown).toContain("The place does not want this vouch");
    expect(await stepOf(place, "peers")).toMatchObject({ state: "stale", fault: "too-few" });
    // Saying it again does not undo what the place said.
    await vouch(one, place);
    expect((await stepOf(place, "peers"))?.state).toBe("stale");
  });

  test("no longer count when they take it back, lose their account, or leave the directory", async () => {
    const [place, one, two, three] = [
      await verifiedPlace("vouched"),
      await verifiedPlace(),
      await verifiedPlace(),
      await verifiedPlace(),
    ];
    for (const from of [one, two, three]) await vouch(from, place);
    contacts.delete(three.host);
    await weeksPass(1);
    expect((await stepOf(place, "peers"))?.state).toBe("proved");
    const removal = `${place.page}/vouches/removal`;
    await cast.browser(two.account).submit(`${place.page}/vouches/new`, removal, { by: two.host });
    expect((await stepOf(place, "peers"))?.state).toBe("stale");
    await vouch(two, place);
    expect((await stepOf(place, "peers"))?.state).toBe("proved");
    valueOf(await cast.application.execute(removeEntry, { entryId: one.entryId, why: "mistaken" }, byPerson(operator)));
    expect((await stepOf(place, "peers"))?.state).toBe("stale");
  });
});
