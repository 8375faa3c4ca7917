import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDirectoryCast, type DirectoryCast, letGo } from "../../../../testing/directory-cast.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import type { PersonId } from "../../../accounts/index.ts";
import { rowsFrom } from "../../../kernel/text/csv.ts";
import { addEntry } from "../../commands/add-entry.ts";
import { directoryPersonalData } from "../../commands/personal-data.ts";
import { removeEntry } from "../../commands/remove-entry.ts";
import { askContact } from "../../commands/verification/ask-contact.ts";
import { confirmByContact } from "../../commands/verification/confirm-by-contact.ts";
import { entryById } from "../../store/entries.read.ts";
import { changesShape } from "../open-data/shapes.ts";
import { endedReplies } from "../../store/replies/replies.read.ts";

let cast: DirectoryCast;
let ada: PersonId;
let operator: PersonId;
/** Which account the servers of places name now, by host. */
const contacts = new Map<string, string>();

beforeAll(async () => {
  cast = await openDirectoryCast((clock) => ({
    lookAt: async () => {
      const usual = { outcome: "found", facts: [], contact: undefined, leadsTo: undefined, shown: [] } as const;
      return { ...usual, at: clock(), sawAllWays: true };
    },
    listAt: async () => "list-away",
    documentAt: async () => "away",
    contactOf: async (host) => {
      const uri = contacts.get(host);
      return uri === undefined ? "none" : { uri, handle: `@ana@${host}`, hasMoved: false, keyChangedAt: undefined };
    },
  }));
  ada = await cast.person("Ada");
  operator = await cast.operator("Olga");
});
beforeEach(() => cast.clock.pass({ hours: 2 }));
afterAll(() => cast.close());

let places = 0;
/** A listed place whose account has answered for it. */
async function verifiedPlace() {
  places += 1;
  const host = `house${places}.example`;
  const { execute, read } = cast.application;
  const { entryId } = valueOf(await execute(addEntry, { domain: host }, byPerson(ada)));
  const uri = `https://${host}/users/ana`;
  const handle = `@ana@${host}`;
  contacts.set(host, uri);
  valueOf(await execute(askContact, { entryId, uri, handle, language: "en" }, byPerson(ada)));
  const code = (await entryById(read, entryId))?.proofs.find(({ kind }) => kind === "account")?.code ?? "";
  valueOf(await execute(confirmByContact, { code, uri, hasMoved: false }, by({ kind: "visitor" })));
  const page = `/directory/${entryId}`;
  return { host, entryId, page, reply: `${page}/reply`, account: await cast.personAt(uri, handle) };
}

const fileAt = async (path: string): Promise<unknown> => JSON.parse((await cast.browser().get(path)).html);
type Place = Awaited<ReturnType<typeof verifiedPlace>>;
const say = (place: Place, text: string) => cast.browser(place.account).submit(place.reply, place.reply, { text });

describe("a place replies to what is said of it", () => {
  test("beside those words, on its entry and in the data, in the name of its account", async () => {
    const place = await verifiedPlace();
    const offered = await cast.browser(place.account).get(place.page);
    expect(offered.words).toContain("Is something said here that is not right");
    const sent = await say(place, "We are an association since May.");
    expect(sent.location).toContain("done=replied");
    const { words } = await cast.browser().get(place.page);
    expect(words).toContain("What the place replies We are an association since May.");
    expect(words).toContain(`Said for the place by @ana@${place.host}`);
    const reply = {
      text: "We are an association since May.",
      by: `https://${place.host}/users/ana`,
      stillSpeaks: true,
    };
    expect(await fileAt(`${place.page}/record.json`)).toMatchObject({ reply });
    expect(await fileAt(`/directory.json?q=${place.host}`)).toMatchObject({ entries: [{ reply }] });
    expect(JSON.stringify(cast.events)).not.toContain("association since May");
  });

  test("anew, and what it said before stays to be read", async () => {
    const place = await verifiedPlace();
    await say(place, "We have ninety members.");
    expect((await cast.browser(place.account).get(place.reply)).html).toContain("We have ninety members.");
    cast.clock.pass({ hours: 1 });
    await say(place, "We have a hundred members.");
    const { words } = await cast.browser().get(place.page);
    expect(words).toContain("What the place replies We have a hundred members.");
    expect(words).toContain("This is the latest of 2 versions");
    expect(words).toContain("What the place replied before We have ninety members.");
  });

  test("in the table and in the feed of changes, where only its last words are told again", async () => {
    const place = await verifiedPlace();
    const told = async () => {
      const { changes } = changesShape.parse(await fileAt("/directory/changes.json"));
      const own = changes.filter(({ entry, type }) => entry.endsWith(place.page) && type.startsWith("reply"));
      return own.map(({ type, reply }) => [type, reply?.text]);
    };
    await say(place, "We have eighty cherries.");
    cast.clock.pass({ hours: 1 });
    await say(place, "We have ninety cherries.");
    const [header, row] = rowsFrom((await cast.browser().get(`/directory.csv?q=${place.host}`)).html);
    expect(row?.[header?.indexOf("reply") ?? -1]).toBe("We have ninety cherries.");
    expect(await told()).toEqual([
      ["reply-said", undefined],
      ["reply-said", "We have ninety cherries."],
    ]);
    await cast.browser(place.account).submit(place.page, `${place.reply}/removal`);
    expect(await told()).toEqual([
      ["reply-said", undefined],
      ["reply-said", undefined],
      ["reply-withdrawn", undefined],
    ]);
    expect(JSON.stringify(await fileAt("/directory/changes.json"))).not.toContain("cherries.");
  });

  test("and takes that back", async () => {
    const place = await verifiedPlace();
    await say(place, "Not quite.");
    const taken = await cast.browser(place.account).submit(place.page, `${place.reply}/removal`);
    expect(taken.location).toContain("done=reply-withdrawn");
    expect(await fileAt(`${place.page}/record.json`)).toMatchObject({ reply: null });
    expect(await endedReplies(cast.application.read, place.entryId, 9)).toMatchObject([{ text: "Not quite." }]);
  });

  test("with some words at least, and no more than a page of them", async () => {
    const place = await verifiedPlace();
    expect((await say(place, "  ")).status).toBe(422);
    const long = "Word ".repeat(500);
    const refused = await say(place, long);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain(long.trim());
  });

  test("and nobody does it in its stead, whoever they are", async () => {
    const place = await verifiedPlace();
    await say(place, "Our own words.");
    const neighbour = (await verifiedPlace()).account;
    for (const person of [ada, operator, neighbour]) {
      expect((await cast.browser(person).get(place.reply)).status).toBe(403);
      const forms = "/directory/suggestions/new";
      const forged = await cast.browser(person).send(forms, place.reply, { text: "Not theirs." });
      expect(forged.status).toBe(403);
      expect((await cast.browser(person).send(forms, `${place.reply}/removal`)).status).toBe(403);
    }
    expect((await cast.browser().get(place.reply)).location).toContain("/sign-in");
    const visitor = await cast.browser().send("/directory/suggestions/new", place.reply, { text: "Nobody's." });
    expect(visitor.location).toContain("/sign-in");
    expect((await cast.browser().get(place.page)).words).toContain("What the place replies Our own words.");
  });

  test("no longer once its server names another account; what was said stays, and says so", async () => {
    const place = await verifiedPlace();
    await say(place, "We moved house.");
    contacts.set(place.host, `https://${place.host}/users/new`);
    cast.clock.pass({ hours: 24 * 31 });
    await cast.pump();
    expect((await cast.browser().get(place.page)).words).toContain("does not speak for the place at present");
    expect((await cast.browser(place.account).get(place.reply)).status).toBe(403);
    const own = await cast.browser(place.account).submit(place.page, `${place.reply}/removal`);
    expect(own.location).toContain("done=reply-withdrawn");
  });

  test("and its words outlast whoever had the account, who takes them along, but not the entry", async () => {
    const place = await verifiedPlace();
    await say(place, "Said by us.");
    const taken = await directoryPersonalData.export(cast.application.read, place.account);
    expect(taken["directoryReplies"]).toMatchObject([{ entry: place.entryId, text: "Said by us." }]);
    valueOf(await cast.application.execute(letGo, { personId: place.account }, byPerson(place.account)));
    const { reply } = (await entryById(cast.application.read, place.entryId)) ?? {};
    expect(reply).toMatchObject({ text: "Said by us.", personId: undefined });
    valueOf(
      await cast.application.execute(removeEntry, { entryId: place.entryId, why: "mistaken" }, byPerson(operator)),
    );
    const readded = await cast.application.execute(addEntry, { domain: place.host }, byPerson(ada));
    expect(readded.ok).toBe(true);
    expect((await cast.browser().get("/directory.json")).html).not.toContain("Said by us.");
  });
});
