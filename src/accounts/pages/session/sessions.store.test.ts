import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openAccountCast, type AccountCast } from "../../../../testing/account-cast.ts";
import type { CookieBrowser } from "../../../../testing/cookie-browser.ts";
import { databaseDump } from "../../../../testing/database-dump.ts";
import { signInByMail } from "../../../../testing/signing-in.ts";
import { by } from "../../../../testing/test-application.ts";
import type { Application } from "../../../kernel/application.ts";
import type { PageEnv } from "../../../ui/request.ts";
import { suspendPerson } from "../../commands/server/suspend-person.ts";
import { personByEmail } from "../../store/people.read.ts";
import { sessionWatch } from "./read-session.ts";

const cookieName = "__Host-koinon-session";
const watches: (() => Promise<boolean>)[] = [];

/** A page that stays open, such as a stream of events. */
function stream(web: Hono<PageEnv>, application: Application): void {
  web.get("/stream", (c) => {
    watches.push(sessionWatch(application, c));
    return c.text("open");
  });
}

let cast: AccountCast;

beforeAll(async () => {
  cast = await openAccountCast({ pages: stream });
});
afterAll(() => cast.close());

async function openStream(browser: CookieBrowser): Promise<() => Promise<boolean>> {
  await browser.get("/stream");
  const watch = watches.at(-1);
  if (watch === undefined) throw new Error("the stream did not open");
  return watch;
}

async function isSignedIn(browser: CookieBrowser): Promise<boolean> {
  return (await browser.get("/me")).status === 200;
}

describe("a session (row 19)", () => {
  test("lies in a cookie that scripts cannot read and other sites cannot send, and in the database as a hash alone", async () => {
    const browser = cast.browser();
    await browser.submit("/sign-in", "/sign-in/link", { email: "ana@mail.example" });
    const link = /\/sign-in\/link\?token=[\w-]+/.exec(cast.letters.at(-1)?.text ?? "")?.[0] ?? "";
    const done = await browser.submit(link, "/sign-in/link/opened", { name: "Ana" });
    const cookie = done.headers.getSetCookie().find((set) => set.startsWith(cookieName)) ?? "";
    for (const attribute of ["HttpOnly", "SameSite=Lax", "Secure", "Path=/"]) expect(cookie).toContain(attribute);
    expect(await databaseDump(cast.application.read)).not.toContain(browser.cookies.get(cookieName));
  });

  test("that somebody put into the browser before is not the one that signs in", async () => {
    const browser = cast.browser();
    browser.setCookie(cookieName, "planted");
    await signInByMail(cast, "ana@mail.example", "Ana", browser);
    expect(browser.cookies.get(cookieName)).not.toBe("planted");
    browser.setCookie(cookieName, "planted");
    expect(await isSignedIn(browser)).toBe(false);
  });

  test("is another one after signing in again, and the old one is dead with what it left open", async () => {
    const browser = await signInByMail(cast, "ana@mail.example", "Ana");
    const old = browser.cookies.get(cookieName) ?? "";
    const watch = await openStream(browser);
    await browser.submit("/me", "/sign-out");
    await signInByMail(cast, "ana@mail.example", "Ana", browser);
    expect(browser.cookies.get(cookieName)).not.toBe(old);
    expect(await watch()).toBe(false);
    const thief = cast.browser();
    thief.setCookie(cookieName, old);
    expect(await isSignedIn(thief)).toBe(false);
  });

  test("ends by signing out, in the browser and on the server", async () => {
    const browser = await signInByMail(cast, "ana@mail.example", "Ana");
    const token = browser.cookies.get(cookieName) ?? "";
    const watch = await openStream(browser);
    expect(await watch()).toBe(true);
    expect((await browser.submit("/me", "/sign-out")).location).toBe("/");
    expect(browser.cookies.has(cookieName)).toBe(false);
    browser.setCookie(cookieName, token);
    expect(await isSignedIn(browser)).toBe(false);
    expect(await watch()).toBe(false);
  });

  test("ends with the suspension of its person, everywhere at once", async () => {
    const browsers = [
      await signInByMail(cast, "bo@mail.example", "Bo"),
      await signInByMail(cast, "bo@mail.example", "Bo"),
    ];
    const watched = await Promise.all(browsers.map(openStream));
    const personId = await personByEmail(cast.application.read, "bo@mail.example");
    await cast.application.execute(suspendPerson, { personId, reason: "spam" }, by({ kind: "server" }));
    expect(await Promise.all(browsers.map(isSignedIn))).toEqual([false, false]);
    expect(await Promise.all(watched.map((watch) => watch()))).toEqual([false, false]);
    await expect(signInByMail(cast, "bo@mail.example", "Bo")).rejects.toThrow(/suspended/);
  });

  test("ends by itself after thirty days without use, and goes on while it is used", async () => {
    const browser = await signInByMail(cast, "cy@mail.example", "Cy");
    for (let week = 0; week < 8; week++) {
      cast.clock.pass({ hours: 7 * 24 });
      expect(await isSignedIn(browser)).toBe(true);
    }
    cast.clock.pass({ hours: 30 * 24 });
    expect(await isSignedIn(browser)).toBe(false);
  });
});

describe("the list of sessions", () => {
  test("names the device of each, and ends one of them or all others", async () => {
    const [here, there, elsewhere] = [cast.browser(), cast.browser(), cast.browser()] as const;
    for (const browser of [here, there, elsewhere]) await signInByMail(cast, "dee@mail.example", "Dee", browser);
    const page = await here.get("/me");
    expect(page.words).toContain("Firefox, Linux: this browser");
    await here.submit("/me", "/me/sessions/end-others");
    expect([await isSignedIn(here), await isSignedIn(there), await isSignedIn(elsewhere)]).toEqual([
      true,
      false,
      false,
    ]);
    await signInByMail(cast, "dee@mail.example", "Dee", there);
    await here.submit("/me", "/me/sessions/end");
    expect(await isSignedIn(there)).toBe(false);
  });

  test("lets nobody end a session of somebody else", async () => {
    const ana = await signInByMail(cast, "ana@mail.example", "Ana");
    const second = await signInByMail(cast, "ana@mail.example", "Ana");
    const form = second.formOn(await second.get("/me"), "/me/sessions/end");
    const mallory = await signInByMail(cast, "mallory@mail.example", "Mallory");
    await signInByMail(cast, "mallory@mail.example", "Mallory");
    await mallory.submit("/me", "/me/sessions/end", { session: form["session"] ?? "" });
    expect([await isSignedIn(ana), await isSignedIn(second)]).toEqual([true, true]);
  });
});

test("a form of one session is worth nothing in another (row 17)", async () => {
  const ana = await signInByMail(cast, "ana@mail.example", "Ana");
  const form = ana.formOn(await ana.get("/me"), "/sign-out");
  const bo = await signInByMail(cast, "eve@mail.example", "Eve");
  expect((await bo.post("/sign-out", form)).status).toBe(403);
  expect((await ana.post("/sign-out", form, { Origin: "https://evil.example" })).status).toBe(403);
  expect([await isSignedIn(ana), await isSignedIn(bo)]).toEqual([true, true]);
});
