import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDirectoryCast, type DirectoryCast, letGo } from "../../../../testing/directory-cast.ts";
import { directNote } from "../../../../testing/received-notes.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { PersonId } from "../../../accounts/index.ts";
import type { AnyRefusal, Result } from "../../../kernel/base/result.ts";
import type { ReceivedActivity } from "../../../kernel/federation/received.ts";
import { addEntry } from "../../commands/add-entry.ts";
import { directoryPersonalData } from "../../commands/personal-data.ts";
import { removeEntry } from "../../commands/remove-entry.ts";
import { suggestPlace } from "../../commands/suggestions/suggest-place.ts";
import { suggestionsInMessages } from "../../federation/suggestions/inbox.ts";
import type { Look } from "../../model/look-up/look.ts";
import { suggestionBounds } from "../../model/suggestions/suggestion.ts";
import { toSuggesters } from "../../notices.ts";
import { entryByDomain } from "../../store/entries.read.ts";
import { latestOfHost } from "../../store/suggestions/suggestions.read.ts";

const queue = "/directory/suggestions";
const newOne = `${queue}/new`;
let cast: DirectoryCast;
let operator: PersonId;
/** What the servers of places answer, by host; and which were looked at. */
const seen = new Map<string, Partial<Look>>();
const looked: string[] = [];

beforeAll(async () => {
  cast = await openDirectoryCast((clock) => ({
    lookAt: async (host) => {
      looked.push(host);
      const usual = { outcome: "found", facts: [], contact: undefined, leadsTo: undefined, shown: [] } as const;
      return { ...usual, at: clock(), sawAllWays: false, ...seen.get(host) };
    },
    listAt: async () => "list-away",
    documentAt: async () => "away",
    contactOf: async () => "none",
  }));
  operator = await cast.operator("Olga");
});
beforeEach(() => cast.clock.pass({ hours: 25 }));
afterAll(() => cast.close());

let people = 0;
/** Somebody who has suggested nothing yet. */
async function somebody(): Promise<PersonId> {
  people += 1;
  return cast.person(`Neighbour${people}`);
}

const suggest = (person: PersonId, host: string, note = "") =>
  cast.browser(person).submit(newOne, queue, { host, note });
const suggestionOf = (host: string) => latestOfHost(cast.application.read, host);
const entryOf = (host: string) => entryByDomain(cast.application.read, host);

/** Suggests a place and gives the page where an operator looks at it. */
async function waiting(person: PersonId, host: string): Promise<string> {
  valueOf(await cast.application.execute(suggestPlace, { host }, byPerson(person)));
  return `${queue}/${(await suggestionOf(host))?.id}`;
}

/** What those are told of whom the last event is. */
async function toldLast() {
  const event = cast.events.at(-1);
  if (event === undefined) throw new Error("nothing happened");
  return toSuggesters.events.includes(event.name) ? toSuggesters.notices(cast.application, event) : [];
}

describe("a suggestion", () => {
  test("waits for an operator, lists nothing by itself, and is taken in with a look at the place's server", async () => {
    const ada = await somebody();
    const sent = await suggest(ada, "https://First.example/about", "They meet every month.");
    expect(sent.location).toContain("done=suggested");
    expect(await entryOf("first.example")).toBeUndefined();
    const page = `${queue}/${(await suggestionOf("first.example"))?.id}`;
    expect((await cast.browser(operator).get("/directory")).words).toContain("One suggestion waits");
    expect((await cast.browser(operator).get(queue)).words).toContain("first.example");
    expect((await cast.browser(operator).get(page)).words).toContain("They meet every month.");
    const source = "https://first.example/nodeinfo/2.0";
    seen.set("first.example", { facts: [{ field: "accounts", value: "77", source }] });
    const preview = await cast.browser(operator).submit(page, `${page}/looks`);
    expect(preview.words).toContain("What first.example says of itself");
    expect(await entryOf("first.example")).toBeUndefined();
    const taken = await cast.browser(operator).submit(page, `${page}/acceptance`);
    expect(taken.location).toContain("done=suggestion-accepted");
    const told = await toldLast();
    expect(told).toMatchObject([{ personId: ada, key: "directory.notice.suggestion-accepted" }]);
    await cast.pump();
    expect((await cast.browser().get(`/directory/${(await entryOf("first.example"))?.id}`)).words).toContain("77");
    expect((await cast.browser(operator).get("/directory")).words).toContain("No suggestion waits");
  });

  test("is refused with a reason, which whoever made it is told, and whoever makes it again within three months", async () => {
    const [ada, bob] = [await somebody(), await somebody()];
    const page = await waiting(ada, "shop.example");
    const unsaid = await cast.browser(operator).submit(page, `${page}/refusal`, { reason: " " });
    expect(unsaid.status).toBe(422);
    const reason = "It is a shop of one person.";
    await cast.browser(operator).submit(page, `${page}/refusal`, { reason });
    expect(await toldLast()).toMatchObject([{ personId: ada, values: { host: "shop.example", reason } }]);
    expect((await suggest(bob, "shop.example")).words).toContain(reason);
    cast.clock.pass(suggestionBounds.rememberedFor);
    expect((await suggest(bob, "shop.example")).location).toContain("done=suggested");
  });

  test("that was decided is not decided again", async () => {
    const page = await waiting(await somebody(), "once.example");
    const twice = cast.browser(operator);
    await twice.submit(page, `${page}/refusal`, { reason: "Not yet." });
    expect((await twice.send(newOne, `${page}/acceptance`)).words).toContain("was decided already");
    expect(await entryOf("once.example")).toBeUndefined();
  });

  test("of a place that came to the list meanwhile is that entry", async () => {
    const ada = await somebody();
    const page = await waiting(ada, "meanwhile.example");
    const { entryId } = valueOf(
      await cast.application.execute(addEntry, { domain: "meanwhile.example" }, byPerson(ada)),
    );
    await cast.browser(operator).submit(page, `${page}/acceptance`);
    expect(await suggestionOf("meanwhile.example")).toMatchObject({ state: "accepted", entryId });
  });

  test.each([
    ["what is no host", "not a host", "That is not the public host"],
    ["a place that is listed", "listed.example", "This place is in the directory already"],
    ["a place that waits", "waits.example", "Somebody suggested this place already"],
  ])("of %s is refused, and what was typed stays", async (_what, host, words) => {
    const ada = await somebody();
    const { execute } = cast.application;
    if (host === "listed.example") valueOf(await execute(addEntry, { domain: host }, byPerson(ada)));
    if (host === "waits.example") await waiting(ada, host);
    const sent = await suggest(await somebody(), host, "They are kind.");
    expect(sent.words).toContain(words);
    expect(sent.html).toContain(`value="${host}"`);
    expect(sent.html).toContain("They are kind.");
  });

  test("of a place that does not want to be listed is refused, whoever makes it", async () => {
    const { execute } = cast.application;
    const domain = "unwilling.example";
    const { entryId } = valueOf(await execute(addEntry, { domain }, byPerson(await somebody())));
    valueOf(await execute(removeEntry, { entryId, why: "opted-out" }, byPerson(operator)));
    expect((await suggest(await somebody(), domain)).words).toContain("This place does not want to be listed");
    expect(await suggestionOf(domain)).toBeUndefined();
  });

  test("is one of a few that one person makes in a day", async () => {
    const eager = await somebody();
    for (let place = 0; place < suggestionBounds.perDay; place++) await waiting(eager, `eager${place}.example`);
    expect((await suggest(eager, "eager-more.example")).words).toContain("which is as many as one person can");
    expect((await suggest(await somebody(), "eager-more.example")).location).toContain("done=suggested");
    cast.clock.pass({ hours: 25 });
    expect((await suggest(eager, "eager-next.example")).location).toContain("done=suggested");
  });

  test("of a place that says it does not want to be listed goes, and whoever made it hears so without its name", async () => {
    const ada = await somebody();
    const page = await waiting(ada, "shy.example");
    seen.set("shy.example", { outcome: "opted-out" });
    const looking = await cast.browser(operator).submit(page, `${page}/looks`);
    expect(looking.location).toContain("done=suggestion-unwanted");
    const told = await toldLast();
    expect(told).toMatchObject([{ personId: ada, key: "directory.notice.suggestion-unwanted" }]);
    expect(JSON.stringify([told, cast.events])).not.toContain("shy.example");
    expect(await suggestionOf("shy.example")).toBeUndefined();
  });

  test("is not looked through by whoever does not run the server", async () => {
    const ada = await somebody();
    const page = await waiting(ada, "private.example");
    for (const address of [queue, page]) {
      expect((await cast.browser(ada).get(address)).status).toBe(403);
      expect((await cast.browser().get(address)).location ?? "").toContain("/sign-in");
    }
    const before = looked.length;
    for (const act of ["acceptance", "refusal", "looks"]) {
      expect((await cast.browser(ada).send(newOne, `${page}/${act}`, { reason: "Mine." })).status).toBe(403);
    }
    expect((await cast.browser().submit(newOne, queue, { host: "visitor.example" })).location).toContain("/sign-in");
    expect(await suggestionOf("private.example")).toMatchObject({ state: "waiting" });
    expect(looked).toHaveLength(before);
  });

  test("is taken back by whoever made it while it waits, and by nobody else", async () => {
    const [ada, bob] = [await somebody(), await somebody()];
    await waiting(ada, "back.example");
    const removal = `${queue}/${(await suggestionOf("back.example"))?.id}/removal`;
    expect((await cast.browser(bob).get(newOne)).words).not.toContain("back.example");
    expect((await cast.browser(bob).send(newOne, removal)).status).toBe(404);
    expect((await cast.browser().send(newOne, removal)).location).toContain("/sign-in");
    const taken = await cast.browser(ada).submit(newOne, removal);
    expect(taken.location).toContain("done=suggestion-withdrawn");
    expect(await suggestionOf("back.example")).toBeUndefined();
  });

  test("is forgotten three months after it was decided", async () => {
    const old = await waiting(await somebody(), "old.example");
    await cast.browser(operator).submit(old, `${old}/refusal`, { reason: "Closed." });
    cast.clock.pass(suggestionBounds.rememberedFor);
    cast.clock.pass({ minutes: 1 });
    const next = await waiting(await somebody(), "next.example");
    await cast.browser(operator).submit(next, `${next}/refusal`, { reason: "Closed." });
    expect(await suggestionOf("old.example")).toBeUndefined();
    expect(await suggestionOf("next.example")).toBeDefined();
  });

  test("stays when whoever made it leaves, without them and their words", async () => {
    const ada = await somebody();
    await suggest(ada, "left.example", "My own town.");
    const taken = await directoryPersonalData.export(cast.application.read, ada);
    expect(taken["directorySuggestions"]).toMatchObject([{ host: "left.example", note: "My own town." }]);
    valueOf(await cast.application.execute(letGo, { personId: ada }, byPerson(ada)));
    expect(await suggestionOf("left.example")).toMatchObject({ state: "waiting", note: "", personId: undefined });
  });
});

describe("a message to the server's account", () => {
  const server = "https://gather.example/actors/server";
  const message = (text: string, to = server) => directNote("ana", text, { audience: [to] });

  /** What the inbox does with it, as the person behind the account; and the words of the answer. */
  async function receive(arrived: ReceivedActivity, as: PersonId) {
    const { read, origin, execute, translations } = cast.application;
    const recognition = await suggestionsInMessages.recognise(arrived, { read, origin });
    if (recognition === undefined) return undefined;
    const by = { actor: { kind: "person", personId: as }, origin: { from: "federated", key: arrived.id } } as const;
    const answer: Result<unknown, AnyRefusal> = await execute(recognition.command, recognition.input, by);
    const result = answer as
      | { readonly ok: true; readonly value: unknown }
      | { readonly ok: false; readonly refusal: AnyRefusal };
    const reply = await suggestionsInMessages.reply?.(arrived, result, { read, origin });
    if (reply === undefined) return undefined;
    expect(reply.from).toBe("server");
    return translations.translator("en", "UTC")(reply.key, textsOf(reply.values));
  }

  const textsOf = (values: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));

  test("that asks for a place to be added suggests it, is answered, and arriving twice suggests it once", async () => {
    const ada = await somebody();
    const arrived = message("Per favore aggiungete https://paese.example all’elenco. Grazie!");
    expect(await receive(arrived, ada)).toContain("waits for those who run this directory");
    expect(await suggestionOf("paese.example")).toMatchObject({ state: "waiting", note: "", personId: ada });
    expect(await receive(arrived, ada)).toContain("waits for those who run this directory");
    expect(await receive(message("please add paese.example"), ada)).toContain("Somebody suggested");
  });

  test("is told clearly why it was not taken", async () => {
    const ada = await somebody();
    const { execute } = cast.application;
    const listed = valueOf(await execute(addEntry, { domain: "there.example" }, byPerson(ada)));
    expect(await receive(message("please add there.example"), ada)).toContain(`/directory/${listed.entryId}`);
    const shut = valueOf(await execute(addEntry, { domain: "shut.example" }, byPerson(ada)));
    valueOf(await execute(removeEntry, { entryId: shut.entryId, why: "opted-out" }, byPerson(operator)));
    expect(await receive(message("please add shut.example"), ada)).toContain("does not want to be listed");
    expect(await receive(message("please add a.example b.example"), ada)).toContain("Name a single place");
  });

  test("of another matter, or to somebody else, suggests nothing", async () => {
    const ada = await somebody();
    expect(await receive(message("What a nice place garden.example is"), ada)).toBeUndefined();
    expect(
      await receive(message("please add garden.example", "https://gather.example/actors/other"), ada),
    ).toBeUndefined();
    expect(await suggestionOf("garden.example")).toBeUndefined();
  });
});
