import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openAccountCast, type AccountCast } from "../../../../testing/account-cast.ts";
import type { CookieBrowser } from "../../../../testing/cookie-browser.ts";
import { databaseDump } from "../../../../testing/database-dump.ts";
import { signInByMail, takeCharge } from "../../../../testing/signing-in.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import type { LoggedEvent } from "../../../kernel/activity-log/event.ts";
import { hashOfToken, newToken } from "../../../kernel/secrets/token.ts";
import { changeSettings } from "../../commands/server/change-settings.ts";
import { makeOperatorLink } from "../../commands/server/make-operator-link.ts";
import { noteBackup } from "../../commands/server/note-backup.ts";
import { toOperators } from "../../notices.ts";
import { countOperators, isOperator, operators, personByEmail } from "../../store/people.read.ts";
import { isActorRefused } from "../../store/refused-actors.read.ts";
import { isHostBlocked, serverSettings } from "../../store/server.read.ts";

let cast: AccountCast;
let olga: CookieBrowser;

beforeAll(async () => {
  cast = await openAccountCast();
});
afterAll(() => cast.close());

async function newLink(): Promise<string> {
  const token = newToken();
  await cast.application.execute(makeOperatorLink, { tokenHash: hashOfToken(token) }, by({ kind: "server" }));
  return `/set-up?token=${token}`;
}

async function toldOf(event: LoggedEvent | undefined): Promise<readonly string[]> {
  if (event === undefined) throw new Error("nothing happened");
  return (await toOperators.notices(cast.application, event)).map(({ personId }) => personId);
}

const settings = { name: "Hall of leagues", languages: ["en"], zone: "Europe/Rome", hue: "plum" };

describe("taking charge of a new server", () => {
  test("is for nobody without the link", async () => {
    for (const path of ["/set-up", `/set-up?token=${newToken()}`]) {
      const page = await cast.browser().get(path);
      expect([page.status, page.words.includes("used already, or is too old")]).toEqual([422, true]);
    }
    expect(await serverSettings(cast.application.read)).toMatchObject({ name: "Koinon", isSetUp: false });
  });

  test("names the server and signs its operator in at once, without mail or fediverse", async () => {
    olga = await takeCharge(cast);
    const page = await olga.get("/operator?done=taken-charge");
    expect(page.words).toContain("This server is in your charge");
    expect(page.html).toContain('href="/communities/new"');
    const set = { name: "Hall of leagues", languages: ["en", "it"], zone: "Europe/Rome", hue: "plum", isSetUp: true };
    expect(await serverSettings(cast.application.read)).toMatchObject(set);
    expect((await olga.get("/me")).words).toContain("Olga");
  });

  test("works once, within a day, and only by the newest link, of which nothing is kept but a hash", async () => {
    const older = await newLink();
    const newest = await newLink();
    expect(await databaseDump(cast.application.read)).not.toContain(newest.split("=")[1]);
    expect((await cast.browser().get(older)).status).toBe(422);
    const form = { operator: "Otto", ...settings };
    expect((await cast.browser().submit(newest, "/set-up", form)).status).toBe(303);
    expect((await cast.browser().get(newest)).status).toBe(422);
    const late = await newLink();
    cast.clock.pass({ hours: 24 });
    expect((await cast.browser().get(late)).status).toBe(422);
  });

  test("says what to mend, keeps what was typed, and keeps the link good", async () => {
    const browser = cast.browser();
    const link = await newLink();
    const wrong = await browser.submit(link, "/set-up", { operator: "", ...settings, languages: [], name: "Here" });
    expect([wrong.status, wrong.words.includes("Choose at least one")]).toEqual([422, true]);
    expect(wrong.html).toContain('value="Here"');
    const nameless = await browser.submit(link, "/set-up", { operator: " ", ...settings });
    expect(nameless.words).toContain("Write a name by which others can call you");
    expect((await browser.get(link)).status).toBe(200);
  });

  test("makes whoever is signed in an operator, and nobody new", async () => {
    const browser = await signInByMail(cast, "ana@mail.example", "Ana");
    const before = await countOperators(cast.application.read);
    expect((await browser.submit(await newLink(), "/set-up", settings)).status).toBe(303);
    const ana = (await personByEmail(cast.application.read, "ana@mail.example")) ?? "";
    expect(await isOperator(cast.application.read, ana)).toBe(true);
    expect(await countOperators(cast.application.read)).toBe(before + 1);
  });
});

describe("the operator's pages", () => {
  test("are for operators alone", async () => {
    const bo = await signInByMail(cast, "bo@mail.example", "Bo");
    for (const path of ["/operator", "/operator/people", "/operator/hosts", "/operator/hosts.csv", "/operator/work"]) {
      expect([path, (await bo.get(path)).status]).toEqual([path, 403]);
      expect([path, (await cast.browser().get(path)).status]).toEqual([path, 303]);
      expect([path, (await olga.get(path)).status]).toEqual([path, 200]);
    }
    const form = bo.formOn(await bo.get("/me"), "/sign-out");
    for (const path of ["/operator", "/operator/hosts", "/operator/people/suspend", "/operator/hosts/import"]) {
      expect([path, (await bo.post(path, { ...form, ...settings })).status]).toEqual([path, 403]);
    }
    const boId = (await personByEmail(cast.application.read, "bo@mail.example")) ?? "";
    const whole = { ...settings, description: "", contact: "", foundingIsOpen: true };
    const result = await cast.application.execute(changeSettings, whole, byPerson(boId));
    expect(result).toEqual({ ok: false, refusal: { kind: "not-allowed" } });
  });

  test("change the settings, and put on record that they did", async () => {
    const changed = {
      ...settings,
      name: "League hall",
      languages: ["de", "en"],
      founding: "yes",
      contact: "olga@hall.example",
    };
    expect((await olga.submit("/operator", "/operator", changed)).location).toBe("/operator?done=settings-changed");
    const now = await serverSettings(cast.application.read);
    expect(now).toMatchObject({ name: "League hall", languages: ["de", "en"], foundingIsOpen: true });
    expect(cast.events.at(-1)).toMatchObject({ name: "server-settings-changed", chain: "server" });
  });

  test("see when a backup was last made and tried, and hear of one that failed", async () => {
    const note = (kind: string, isGood: boolean) =>
      cast.application.execute(noteBackup, { kind, isGood }, by({ kind: kind === "made" ? "server" : "clock" }));
    const before = await olga.get("/operator/work");
    expect(before.words).toContain("None yet: make one with the command koinon backup");
    expect(before.words).toContain("the first a day after it was first started");
    await note("made", true);
    await note("tried", true);
    const good = await olga.get("/operator/work");
    expect(good.words).not.toContain("None yet");
    expect(good.words).toContain("All records came back, and not one had changed.");
    expect(await toldOf(cast.events.at(-1))).toEqual([]);

    await note("tried", false);
    expect((await olga.get("/operator/work")).words).toContain("The records did not all come back.");
    const everyOperator = [...(await operators(cast.application.read))];
    expect(await toldOf(cast.events.at(-1))).toEqual(everyOperator);
    expect(everyOperator).toHaveLength(await countOperators(cast.application.read));
  });

  test("leave it to the server to note backups", async () => {
    const refusal = await cast.application.execute(noteBackup, { kind: "tried", isGood: true }, byPerson("somebody"));
    expect(refusal).toEqual({ ok: false, refusal: { kind: "not-allowed" } });
  });

  test("find people by handle, address, server or name, and suspend them for a reason that stays on record", async () => {
    await signInByMail(cast, "cy@mail.example", "Cyrus the Great");
    for (const wanted of ["cy@mail.example", "Cyrus", "CYRUS the"]) {
      const found = await olga.get(`/operator/people?find=${encodeURIComponent(wanted)}`);
      expect([wanted, found.words.includes("Cyrus the Great")]).toEqual([wanted, true]);
    }
    const cy = (await personByEmail(cast.application.read, "cy@mail.example")) ?? "";
    const found = "/operator/people?find=cy%40mail.example";
    const unsaid = await olga.submit(found, "/operator/people/suspend");
    expect([unsaid.status, unsaid.words.includes("This is needed")]).toEqual([422, true]);
    await olga.submit(found, "/operator/people/suspend", { [`reason-${cy}`]: "insults" });
    expect((await olga.get("/operator/people")).words).toContain("Cyrus the Great Suspended since");
    expect(cast.events.at(-1)).toMatchObject({
      name: "person-suspended",
      payload: { personId: cy, reason: "insults" },
    });
    await olga.submit("/operator/people", "/operator/people/reinstate", { [`reason-${cy}`]: "apologised" });
    expect((await olga.get("/operator/people")).words).toContain("Nobody is suspended");
  });

  test("block a server and all below it, and let it in again, for reasons on record", async () => {
    const { read } = cast.application;
    const reason = { severity: "suspend", reason: "spam" };
    await olga.submit("/operator/hosts", "/operator/hosts", { host: "https://Spam.example/", ...reason });
    expect(await isHostBlocked(read, "spam.example")).toBe(true);
    expect(await isHostBlocked(read, "deep.down.spam.example")).toBe(true);
    expect(await isHostBlocked(read, "notspam.example")).toBe(false);
    expect(await isActorRefused(read, { uri: "https://a.spam.example/u/1", host: "vanity.example" })).toBe(true);
    const wrong = await olga.submit("/operator/hosts", "/operator/hosts", { host: "spam", ...reason });
    expect(wrong.words).toContain("Write a server, such as social.example");
    const lift = { "reason-spam.example": "cleaned up" };
    await olga.submit("/operator/hosts", "/operator/hosts/removal", lift);
    expect(await isHostBlocked(read, "spam.example")).toBe(false);
    expect(cast.events.at(-1)).toMatchObject({ name: "host-unblocked", payload: { reason: "cleaned up" } });
  });

  test("take a list of Mastodon's over and give it out again the same", async () => {
    const list =
      "#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate\r\n" +
      'loud.example,silence,false,false,"too loud, ""always""",false\r\nspam.example,suspend,false,false,\'=spam,false\r\n';
    const before = await olga.get("/operator/hosts.csv");
    expect(before.html.split("\r\n")).toHaveLength(2);
    expect((await olga.submit("/operator/hosts", "/operator/hosts/import", { list })).status).toBe(303);
    expect((await olga.get("/operator/hosts.csv")).html).toBe(list);
    expect(await isHostBlocked(cast.application.read, "loud.example")).toBe(false);
    const nothing = await olga.submit("/operator/hosts", "/operator/hosts/import", { list: "nothing here" });
    expect(nothing.words).toContain("No server can be read in this list");
  });

  test("keep an operator from suspending themselves and the last one from leaving", async () => {
    const own = await openAccountCast();
    try {
      const only = await takeCharge(own);
      const page = "/operator/people?find=Olga";
      const { person = "" } = only.formOn(await only.get(page), "/operator/people/suspend");
      const self = await only.submit(page, "/operator/people/suspend", { [`reason-${person}`]: "tired" });
      expect([self.status, self.words.includes("You cannot suspend yourself")]).toEqual([422, true]);
      expect((await only.submit("/me/leave", "/me/leave", { sure: "yes" })).words).toContain(
        "You are the only one who runs",
      );
    } finally {
      await own.close();
    }
  });
});
