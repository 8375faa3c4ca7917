import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openAccountCast, type AccountCast } from "../../../../testing/account-cast.ts";
import type { CookieBrowser } from "../../../../testing/cookie-browser.ts";
import { signInByMail } from "../../../../testing/signing-in.ts";
import { by } from "../../../../testing/test-application.ts";
import type { PersonalData } from "../../../kernel/personal-data.ts";
import { meetRemoteActor } from "../../commands/people/meet-remote-actor.ts";
import { suspendPerson } from "../../commands/server/suspend-person.ts";
import { claimCode } from "../../commands/sign-in/claim-code.ts";
import { contactOf } from "../../store/contacts.read.ts";
import { describePeople, personByActor, personByEmail, standingOf } from "../../store/people.read.ts";
import { hashOfToken } from "../../../kernel/secrets/token.ts";

const joined: [string, string][] = [];

const elsewhere: PersonalData = {
  name: "elsewhere",
  writtenIn: [],
  export: async () => ({}),
  forget: async () => {},
  join: async (_context, kept, gone) => void joined.push([kept, gone]),
};

let cast: AccountCast;

beforeAll(async () => {
  cast = await openAccountCast({ personalData: [elsewhere] });
});
afterAll(() => cast.close());

function facts(name: string) {
  const uri = `https://social.example/users/${name}`;
  return { uri, handle: `@${name}@social.example`, host: "social.example", name, url: uri };
}

/** Proves a fediverse account by a code, in a browser. */
async function proveByCode(browser: CookieBrowser, name: string) {
  await browser.submit("/sign-in", "/sign-in/code");
  const code = /<code[^>]*>([A-Z0-9-]+)<\/code>/.exec((await browser.get("/sign-in/code")).html)?.[1] ?? "";
  const input = { codeHash: hashOfToken(code), actor: facts(name) };
  await cast.application.execute(claimCode, input, by({ kind: "visitor" }));
  return browser.submit("/sign-in/code", "/sign-in/code/arrival");
}

async function idOf(email: string): Promise<string> {
  return (await personByEmail(cast.application.read, email)) ?? "nobody";
}

describe("adding an account to one's own", () => {
  test("needs nothing but its proof, and makes it the one that others see", async () => {
    const browser = await signInByMail(cast, "ana@mail.example", "Ana");
    expect((await proveByCode(browser, "ana")).location).toBe("/me?done=identity-added");
    const me = await idOf("ana@mail.example");
    expect(await personByActor(cast.application.read, facts("ana").uri)).toBe(me);
    const described = await describePeople(cast.application.read, [me]);
    expect(described.get(me)).toMatchObject({ name: "Ana", handle: "@ana@social.example" });
    expect((await browser.get("/me")).words).toContain("ana@mail.example");
  });

  test("lets one sign in by either as the same person", async () => {
    const other = cast.browser();
    await proveByCode(other, "ana");
    expect((await other.get("/me")).words).toContain("ana@mail.example");
  });

  test("that is one's own already changes nothing", async () => {
    const browser = await signInByMail(cast, "ana@mail.example", "");
    expect((await proveByCode(browser, "ana")).location).toBe("/me?done=identity-known");
  });

  test("by a link in somebody else's mailbox works only in the browser that asked for it", async () => {
    const mallory = await signInByMail(cast, "mallory@mail.example", "Mallory");
    await mallory.submit("/sign-in", "/sign-in/link", { email: "victim@mail.example" });
    const link = /\/sign-in\/link\?token=[\w-]+/.exec(cast.letters.at(-1)?.text ?? "")?.[0] ?? "";
    const victim = cast.browser();
    const page = await victim.get(link);
    expect(page.words).toContain("Open this link where you are signed in");
    expect(page.html).not.toContain('action="/sign-in/link/opened"');
    const forged = { token: link.split("=")[1] ?? "", ...victim.formOn(await victim.get("/sign-in"), "/sign-in/link") };
    expect((await victim.post("/sign-in/link/opened", forged)).status).toBe(422);
    expect(await idOf("victim@mail.example")).toBe("nobody");
  });
});

describe("two people who turn out to be one (row 18)", () => {
  test("are not joined by proving both, only asked", async () => {
    const browser = await signInByMail(cast, "bo@mail.example", "Bo");
    await cast.application.execute(meetRemoteActor, facts("bo"), by({ kind: "visitor" }));
    const met = await personByActor(cast.application.read, facts("bo").uri);
    expect((await proveByCode(browser, "bo")).location).toBe("/sign-in/one-person");
    expect(await personByActor(cast.application.read, facts("bo").uri)).toBe(met);
    expect((await browser.get("/sign-in/one-person")).words).toContain("Are both of these you?");
    expect(joined).toEqual([]);
  });

  test("are joined when they say so: identities, sessions and all that capabilities keep pass to one, under both ids", async () => {
    const browser = await signInByMail(cast, "cy@mail.example", "Cy");
    const there = cast.browser();
    await proveByCode(there, "cy");
    const [kept, gone] = [await idOf("cy@mail.example"), await personByActor(cast.application.read, facts("cy").uri)];
    await proveByCode(browser, "cy");
    expect((await browser.submit("/sign-in/one-person", "/sign-in/one-person")).location).toBe("/me?done=joined");
    expect(await personByActor(cast.application.read, facts("cy").uri)).toBe(kept);
    expect(joined).toEqual([[kept, gone]]);
    expect((await there.get("/me")).status).toBe(303);
    const described = await describePeople(cast.application.read, [kept, gone ?? ""]);
    expect(described.get(gone ?? "")).toEqual(described.get(kept));
    expect(await standingOf(cast.application.read, gone ?? "")).toBe("left");
    expect((await contactOf(cast.application.read, gone ?? ""))?.personId).toBe(kept);
  });

  test("are not joined by an e-mail address alone: whoever has the mailbox is asked too", async () => {
    joined.length = 0;
    await signInByMail(cast, "dee@mail.example", "Dee");
    const browser = cast.browser();
    await proveByCode(browser, "dee");
    const done = await browser.submit("/sign-in", "/sign-in/link", { email: "dee@mail.example" });
    expect(done.status).toBe(303);
    const link = /\/sign-in\/link\?token=[\w-]+/.exec(cast.letters.at(-1)?.text ?? "")?.[0] ?? "";
    expect((await browser.submit(link, "/sign-in/link/opened")).location).toBe("/sign-in/one-person");
    expect(joined).toEqual([]);
    expect(await idOf("dee@mail.example")).not.toBe(await personByActor(cast.application.read, facts("dee").uri));
  });

  test("are joined neither later, nor in another browser, nor to get around a suspension", async () => {
    const browser = await signInByMail(cast, "eli@mail.example", "Eli");
    await proveByCode(cast.browser(), "eli");
    await proveByCode(browser, "eli");
    const form = browser.formOn(await browser.get("/sign-in/one-person"), "/sign-in/one-person");
    const second = await signInByMail(cast, "eli@mail.example", "");
    const own = second.formOn(await second.get("/me"), "/sign-out");
    expect((await second.post("/sign-in/one-person", own)).words).toContain("begun elsewhere, or too long ago");
    const personId = await personByActor(cast.application.read, facts("eli").uri);
    await cast.application.execute(suspendPerson, { personId, reason: "spam" }, by({ kind: "server" }));
    expect((await browser.post("/sign-in/one-person", form)).words).toContain("has suspended this account");
    cast.clock.pass({ minutes: 15 });
    expect((await browser.get("/sign-in/one-person")).location).toBe("/me");
    expect(joined).toEqual([]);
  });
});
