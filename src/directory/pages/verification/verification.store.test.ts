import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDirectoryCast, type DirectoryCast, letGo } from "../../../../testing/directory-cast.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import type { PersonId } from "../../../accounts/index.ts";
import { blockHost } from "../../../accounts/commands/server/block-host.ts";
import { rowsFrom } from "../../../kernel/text/csv.ts";
import { addEntry } from "../../commands/add-entry.ts";
import { directoryPersonalData } from "../../commands/personal-data.ts";
import { confirmByContact } from "../../commands/verification/confirm-by-contact.ts";
import { askingContacts } from "../../federation/verification/outbox.ts";
import { lookAgainAfter, type Look } from "../../model/look-up/look.ts";
import type { ContactNow } from "../../model/verification/proofs.ts";
import { entryById } from "../../store/entries.read.ts";

let cast: DirectoryCast;
let ada: PersonId;
let grace: PersonId;
/** What the servers of places answer, by host; and how often each was looked at. */
const seen = new Map<string, Partial<Look>>();
const contacts = new Map<string, ContactNow>();
const looked = new Map<string, string[]>();

beforeAll(async () => {
  cast = await openDirectoryCast((clock) => ({
    lookAt: async (host, manner) => {
      looked.set(host, [...(looked.get(host) ?? []), manner]);
      const usual = { outcome: "found", facts: [], contact: undefined, leadsTo: undefined, shown: [] } as const;
      return { ...usual, at: clock(), sawAllWays: manner === "asked", ...seen.get(host) };
    },
    contactOf: async (host) => contacts.get(host) ?? "none",
    listAt: async () => "list-away",
    documentAt: async () => "away",
  }));
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
});
beforeEach(() => cast.clock.pass({ hours: 2 }));
afterAll(() => cast.close());

let places = 0;
/** A new place, added by Ada and looked at once. */
async function place(name: string) {
  places += 1;
  const host = `${name}${places}.example`;
  const { entryId } = valueOf(await cast.application.execute(addEntry, { domain: host }, byPerson(ada)));
  await cast.pump();
  const page = `/directory/${entryId}`;
  return { host, entryId, page, verification: `${page}/verification` };
}

type Place = Awaited<ReturnType<typeof place>>;
const entry = (of: Place) => entryById(cast.application.read, of.entryId);
const proofOf = async (of: Place, kind: "domain" | "account") =>
  (await entry(of))?.proofs.find((proof) => proof.kind === kind);
const ana = (of: Place) => ({ uri: `https://${of.host}/users/ana`, handle: `@ana@${of.host}`, hasMoved: false });

/** Shows the code where the place's domain has it. */
async function showCode(of: Place): Promise<void> {
  const code = (await proofOf(of, "domain"))?.code ?? "";
  seen.set(of.host, { shown: [{ by: "well-known", code }] });
}

async function proveDomain(of: Place): Promise<void> {
  await cast.browser(ada).submit(of.verification, `${of.verification}/domain`);
  await showCode(of);
  await cast.browser(ada).submit(of.verification, `${of.verification}/domain/looks`);
}

/** The account answers, as its activity arrives. */
async function answer(
  code: string,
  by_: { readonly uri: string; readonly movedTo?: string; readonly keyChangedAt?: Temporal.Instant },
) {
  const input = { code, uri: by_.uri, hasMoved: by_.movedTo !== undefined, keyChangedAt: by_.keyChangedAt?.toString() };
  return cast.application.execute(confirmByContact, input, by({ kind: "visitor" }));
}

async function askAccount(of: Place): Promise<string> {
  contacts.set(of.host, { ...ana(of), keyChangedAt: undefined });
  cast.clock.pass({ minutes: 1 });
  await cast.browser(ada).submit(of.verification, `${of.verification}/account`);
  return (await proofOf(of, "account"))?.code ?? "";
}

describe("looking at a place", () => {
  test("shows what was found before anything is kept, and keeps it once the place is added", async () => {
    const source = "https://preview.example/api/v2/instance";
    seen.set("preview.example", { facts: [{ field: "accounts", value: "1234", source }] });
    const form = { domain: "https://Preview.example/about", look: "first", howItDecides: "By consent." };
    const shown = await cast.browser(ada).submit("/directory/new", "/directory", form);
    expect(shown.status).toBe(200);
    expect(shown.words).toContain("What preview.example says of itself");
    expect(shown.words).toContain("Accounts, as the server counts them 1,234");
    expect(shown.html).toContain("By consent.");
    expect((await cast.browser().get("/directory.json?q=preview")).html).not.toContain("preview.example");
    const added = await cast
      .browser(ada)
      .submit("/directory/new", "/directory", { domain: "preview.example", certainty: "medium" });
    await cast.pump();
    const { words } = await cast.browser().get(added.location ?? "");
    expect(words).toContain("1,234");
    expect(words).toContain("Measured: this server");
    expect(words).toContain("Its server was looked at now");
  });

  test("asks no server for whoever is not signed in", async () => {
    const sent = await cast
      .browser()
      .submit("/directory/new", "/directory", { domain: "unasked.example", look: "first" });
    expect(sent.location).toContain("/sign-in");
    expect(looked.has("unasked.example")).toBe(false);
  });

  test.each([
    ["disallowed", "asks programs to stay away"],
    ["unreachable", "Nobody answers"],
    ["noindex", "asks not to be in any index"],
  ] as const)("says so where it came to nothing: %s", async (outcome, words) => {
    seen.set(`${outcome}.example`, { outcome });
    const shown = await cast
      .browser(ada)
      .submit("/directory/new", "/directory", { domain: `${outcome}.example`, look: "first" });
    expect(shown.words).toContain(words);
  });

  test("hears that a place does not want to be listed, and never asks it again", async () => {
    seen.set("shy.example", { outcome: "opted-out" });
    const look = () =>
      cast.browser(ada).submit("/directory/new", "/directory", { domain: "shy.example", look: "first" });
    expect((await look()).words).toContain("This place does not want to be listed");
    expect((await look()).words).toContain("This place does not want to be listed");
    expect(looked.get("shy.example")).toHaveLength(1);
    const added = await cast
      .browser(ada)
      .submit("/directory/new", "/directory", { domain: "shy.example", certainty: "medium" });
    expect(added.words).toContain("This place does not want to be listed");
    expect(JSON.stringify(cast.events)).not.toContain("shy.example");
  });

  test("removes a listed place at once when it says that it does not want to be listed", async () => {
    const turned = await place("turned");
    seen.set(turned.host, { outcome: "opted-out" });
    cast.clock.pass(lookAgainAfter.usually);
    await cast.pump();
    expect((await cast.browser().get(turned.page)).status).toBe(404);
    expect((await cast.application.execute(addEntry, { domain: turned.host }, byPerson(ada))).ok).toBe(false);
  });

  test("keeps what a place said that answers no more, and says how old it is", async () => {
    const facts = [{ field: "version", value: "4.4.1", source: "https://old.example/nodeinfo/2.0" }] as const;
    seen.set(`old${places + 1}.example`, { facts });
    const old = await place("old");
    seen.set(old.host, { outcome: "unreachable", sawAllWays: false });
    for (let week = 0; week < 6; week++) {
      cast.clock.pass(lookAgainAfter.usually);
      await cast.pump();
    }
    expect((await entry(old))?.fields.version?.claim.value).toBe("4.4.1");
    const { words } = await cast.browser().get(old.page);
    expect(words).toContain(`Nobody answers at ${old.host}`);
    expect(words).toContain("What was measured here is old: the server last answered");
    // Once in a while it is asked again, and no oftener.
    expect(looked.get(old.host)).toHaveLength(6);
  });

  test("again is for whoever is signed in, and not twice within an hour", async () => {
    const wished = await place("wished");
    const looks = () => looked.get(wished.host)?.length;
    expect(looks()).toBe(1);
    expect((await cast.browser(ada).get(wished.page)).html).not.toContain(`${wished.page}/looks`);
    cast.clock.pass({ hours: 2 });
    const again = (person?: PersonId) => cast.browser(person).submit(wished.page, `${wished.page}/looks`);
    expect((await again()).location).toContain("/sign-in");
    expect((await again(grace)).location).toContain("done=look-asked");
    expect((await cast.browser().get(wished.page)).words).toContain("It is being looked at");
    await cast.pump();
    expect(looks()).toBe(2);
    expect((await cast.browser(ada).send(wished.verification, `${wished.page}/looks`)).words).toContain(
      "looked at within the last hour",
    );
    await cast.pump();
    expect(looks()).toBe(2);
  });
});

describe("the domain", () => {
  test("is proved by a code that the place shows, and found by that in list, filter, JSON and CSV", async () => {
    const proved = await place("proved");
    expect((await cast.browser().get(proved.page)).words).toContain("the place itself has not verified it");
    await cast.browser(ada).submit(proved.verification, `${proved.verification}/domain`);
    const missed = await cast.browser(ada).submit(proved.verification, `${proved.verification}/domain/looks`);
    expect(missed.location).toContain("done=not-shown");
    await showCode(proved);
    const found = await cast.browser(ada).submit(proved.verification, `${proved.verification}/domain/looks`);
    expect(found.location).toContain("done=verified");
    expect((await cast.browser().get(proved.page)).words).toContain("Verified by its domain");
    const list = await cast.browser().get("/directory?verified=domain");
    expect(list.words).toContain(`${proved.host} · Verified by its domain`);
    expect((await cast.browser().get(`/directory?verified=listed&q=${proved.host}`)).words).toContain("No place fits");
    const csv = rowsFrom((await cast.browser().get("/directory.csv?verified=domain")).html);
    expect(csv[1]?.[csv[0]?.indexOf("verification") ?? -1]).toBe("domain");
    const record = await cast.browser().get(`${proved.page}/record.json`);
    expect(JSON.parse(record.html)).toMatchObject({ verification: [{ level: 1, method: "well-known", stale: null }] });
  });

  test("is proved by nobody's code but the place's own", async () => {
    const [one, other] = [await place("one"), await place("other")];
    await proveDomain(one);
    await cast.browser(grace).submit(other.verification, `${other.verification}/domain`);
    seen.set(other.host, seen.get(one.host) ?? {});
    const shown = await cast.browser(grace).submit(other.verification, `${other.verification}/domain/looks`);
    expect(shown.location).toContain("done=not-shown");
    expect((await proofOf(other, "domain"))?.state).toBe("asked");
  });

  test("is not looked at for a visitor", async () => {
    const quiet = await place("quiet");
    await cast.browser(ada).submit(quiet.verification, `${quiet.verification}/domain`);
    const sent = await cast.browser().submit(quiet.verification, `${quiet.verification}/domain/looks`);
    expect(sent.location).toContain("/sign-in");
    expect(looked.get(quiet.host)).toEqual(["by-itself"]);
  });

  test("goes stale when the code is gone, is found under that, and comes back with the code", async () => {
    const gone = await place("gone");
    await proveDomain(gone);
    seen.set(gone.host, {});
    cast.clock.pass({ hours: 24 * 31 });
    await cast.pump();
    expect(await proofOf(gone, "domain")).toMatchObject({ state: "stale", staleBecause: "gone" });
    expect((await cast.browser().get(gone.page)).words).toContain("Was verified once; it no longer shows it");
    expect((await cast.browser().get("/directory?verified=stale")).words).toContain(gone.host);
    expect((await cast.browser().get(`/directory?verified=domain&q=${gone.host}`)).words).toContain("No place fits");
    await showCode(gone);
    cast.clock.pass(lookAgainAfter.usually);
    await cast.pump();
    expect((await proofOf(gone, "domain"))?.state).toBe("proved");
  });

  test("does not go stale because nobody answers for a few days, but after that", async () => {
    const away = await place("away");
    await proveDomain(away);
    seen.set(away.host, { outcome: "unreachable", sawAllWays: false });
    cast.clock.pass(lookAgainAfter.usually);
    for (let day = 1; day <= 4; day++) {
      await cast.pump();
      expect((await proofOf(away, "domain"))?.state).toBe("proved");
      cast.clock.pass(lookAgainAfter.soon);
    }
    await cast.pump();
    expect(await proofOf(away, "domain")).toMatchObject({ state: "stale", staleBecause: "unreachable" });
  });

  test("lets what robots.txt kept away be kept only once it is proved", async () => {
    const closed = await place("closed");
    const facts = [{ field: "version", value: "2.96", source: `https://${closed.host}/nodeinfo_2_0` }] as const;
    await cast.browser(ada).submit(closed.verification, `${closed.verification}/domain`);
    seen.set(closed.host, { facts });
    await cast.browser(ada).submit(closed.verification, `${closed.verification}/domain/looks`);
    expect((await entry(closed))?.fields.version).toBeUndefined();
    const code = (await proofOf(closed, "domain"))?.code ?? "";
    seen.set(closed.host, { facts, shown: [{ by: "rel-me", code }] });
    await cast.browser(ada).submit(closed.verification, `${closed.verification}/domain/looks`);
    expect((await entry(closed))?.fields.version?.claim.value).toBe("2.96");
  });
});

describe("the server's account", () => {
  test("is written to in its language, answers, and may then say what the place says of itself", async () => {
    const spoken = await place("spoken");
    seen.set(spoken.host, { facts: [{ field: "languages", value: ["it"], source: `https://${spoken.host}/` }] });
    const code = await askAccount(spoken);
    const event = cast.events.findLast(({ name }) => name === "directory-contact-asked");
    if (event === undefined) throw new Error("nobody was asked");
    expect(JSON.stringify(event.payload)).not.toContain(code);
    const [message] = await askingContacts.publish(cast.application, event);
    expect(message?.to).toEqual({ kind: "actors", uris: [ana(spoken).uri] });
    expect(JSON.stringify(message?.activity)).toContain("rispondi a questo messaggio con questo codice");
    expect(JSON.stringify(message?.activity)).toContain(code);

    expect((await answer(code, ana(spoken))).ok).toBe(true);
    expect((await cast.browser().get(spoken.page)).words).toContain("Verified by its server’s account");
    const account = await cast.personAt(ana(spoken).uri, ana(spoken).handle);
    const say = { fee: "12 EUR", certainty: "high" };
    const form = await cast.browser(account).get(`${spoken.page}/claims/new`);
    expect(form.words).toContain("as said by the place itself");
    await cast.browser(account).submit(`${spoken.page}/claims/new`, `${spoken.page}/claims`, say);
    expect((await entry(spoken))?.fields.fee?.claim).toMatchObject({ value: "12 EUR", basis: "self-declared" });
    const other = await cast.browser(grace).submit(`${spoken.page}/claims/new`, `${spoken.page}/claims`, say);
    expect(other.words).toContain("Say where this is written");
  });

  test("is believed only where it is the one that was asked, has not moved, and has the same key", async () => {
    const guarded = await place("guarded");
    const code = await askAccount(guarded);
    const { uri } = ana(guarded);
    const refusals = [
      await answer(code, { uri: "https://elsewhere.example/users/ana" }),
      await answer(code, { uri: `https://${guarded.host}/users/bob` }),
      await answer(code, { uri, movedTo: "https://new.example/users/ana" }),
      await answer(code, { uri, keyChangedAt: cast.clock.now().add({ seconds: 1 }) }),
      await answer("koinon-bcdfghjkmnpqrtvwxz34", { uri }),
    ].map((result) => (result.ok ? "taken" : result.refusal.kind));
    expect(refusals).toEqual(["not-the-contact", "not-the-contact", "account-moved", "other-key", "unknown-code"]);
    expect((await proofOf(guarded, "account"))?.state).toBe("asked");
    expect((await answer(code, { uri })).ok).toBe(true);
  });

  test("is not proved by the code of the domain, nor the domain by the account's", async () => {
    const mixed = await place("mixed");
    await cast.browser(ada).submit(mixed.verification, `${mixed.verification}/domain`);
    const code = (await proofOf(mixed, "domain"))?.code ?? "";
    expect(await answer(code, ana(mixed))).toMatchObject({ ok: false, refusal: { kind: "unknown-code" } });
  });

  test.each([
    [
      "names another account",
      { uri: "https://x.example/users/eve", handle: "@eve@x.example", hasMoved: false, keyChangedAt: undefined },
      "another-account",
    ],
    ["names none", "none", "gone"],
    ["names one that moved", "moved", "moved"],
    ["names one with another key", "key", "other-key"],
  ] as const)("goes stale when its server %s", async (_what, now, because) => {
    const changed = await place("changed");
    const code = await askAccount(changed);
    await answer(code, ana(changed));
    await cast.pump();
    const later = cast.clock.now().add({ hours: 24 * 10 });
    const contact = { ...ana(changed), keyChangedAt: now === "key" ? later : undefined, hasMoved: now === "moved" };
    contacts.set(changed.host, typeof now === "object" || now === "none" ? now : contact);
    cast.clock.pass({ hours: 24 * 31 });
    await cast.pump();
    expect(await proofOf(changed, "account")).toMatchObject({ state: "stale", staleBecause: because });
    // What went stale is not brought back by the old code.
    expect(await answer(code, ana(changed))).toMatchObject({ ok: false });
    const account = await cast.personAt(ana(changed).uri, ana(changed).handle);
    const say = { fee: "1 EUR", certainty: "high" };
    const said = await cast.browser(account).submit(`${changed.page}/claims/new`, `${changed.page}/claims`, say);
    expect(said.words).toContain("Say where this is written");
  });

  test("is not written to where its server is shut out here", async () => {
    const shut = await place("shut");
    const block = { host: shut.host, severity: "suspend", reason: "Spam." } as const;
    const operator = await cast.operator("Olga");
    valueOf(await cast.application.execute(blockHost, block, byPerson(operator)));
    contacts.set(shut.host, { ...ana(shut), keyChangedAt: undefined });
    const refused = await cast.browser(ada).submit(shut.verification, `${shut.verification}/account`);
    expect(refused.status).toBe(422);
    expect(await proofOf(shut, "account")).toBeUndefined();
  });

  test("stays proved when whoever began that leaves, of whom nothing is kept then", async () => {
    const begun = await place("begun");
    const ruth = await cast.person("Ruth");
    await cast.browser(ruth).submit(begun.verification, `${begun.verification}/domain`);
    const exported = () => directoryPersonalData.export(cast.application.read, ruth);
    expect(await exported()).toMatchObject({ directoryProofs: [{ entry: begun.entryId, kind: "domain" }] });
    valueOf(await cast.application.execute(letGo, { personId: ruth }, by({ kind: "server" })));
    expect(await exported()).toMatchObject({ directoryProofs: [] });
    expect((await proofOf(begun, "domain"))?.state).toBe("asked");
  });

  test("is not written to again within a day, nor where there is none", async () => {
    const once = await place("once");
    const code = await askAccount(once);
    const again = await cast.browser(grace).submit(once.verification, `${once.verification}/account`);
    expect(again.words).toContain("written to within the last day");
    expect((await proofOf(once, "account"))?.code).toBe(code);
    const none = await place("none");
    const refused = await cast.browser(ada).submit(none.verification, `${none.verification}/account`);
    expect(refused.words).toContain("names no account of its own");
    contacts.set(none.host, "no-answer");
    const away = await cast.browser(ada).submit(none.verification, `${none.verification}/account`);
    expect(away.words).toContain("does not answer at present");
  });
});
