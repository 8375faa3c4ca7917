import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openAccountCast, type AccountCast } from "../../../../testing/account-cast.ts";
import type { CookieBrowser, Shown } from "../../../../testing/cookie-browser.ts";
import { databaseDump } from "../../../../testing/database-dump.ts";
import { describePerson, personByEmail } from "../../store/people.read.ts";

let cast: AccountCast;

beforeAll(async () => {
  cast = await openAccountCast();
});
afterAll(() => cast.close());

/** Asks for a link and gives the path in the letter that came. */
async function linkFor(email: string, browser: CookieBrowser = cast.browser()): Promise<string> {
  const sent = await browser.submit("/sign-in?next=/gatherings/7", "/sign-in/link", { email });
  expect(sent.location).toBe("/sign-in/link/sent");
  const letter = cast.letters.at(-1);
  expect(letter?.to).toBe(email.toLowerCase());
  const link = /https:\/\/gather\.example(\/sign-in\/link\?token=[\w-]{43})\b/.exec(letter?.text ?? "")?.[1];
  if (link === undefined) throw new Error(`no link in ${letter?.text}`);
  return link;
}

function open(link: string, browser: CookieBrowser, name?: string): Promise<Shown> {
  return browser.submit(link, "/sign-in/link/opened", name === undefined ? {} : { name });
}

describe("signing in by e-mail link", () => {
  test("makes somebody new of a new address, by the name they give, and leads them to where they wanted", async () => {
    const browser = cast.browser();
    const link = await linkFor("Ana@mail.example");
    const opened = await open(link, browser, "Ana");
    expect([opened.status, opened.location]).toEqual([303, "/gatherings/7"]);
    expect((await browser.get("/me")).words).toContain("Ana");
    const person = await personByEmail(cast.application.read, "ana@mail.example");
    expect(await describePerson(cast.application.read, person ?? "")).toMatchObject({ name: "Ana", handle: undefined });
  });

  test("finds the same person by the same address, however it is written", async () => {
    const browser = cast.browser();
    await open(await linkFor("ANA@mail.example"), browser);
    expect((await browser.get("/me")).words).toContain("ana@mail.example");
    expect((await browser.get("/me")).words).toContain("Ana");
  });

  test("asks somebody new for a name and keeps the link good until they give one", async () => {
    const browser = cast.browser();
    const link = await linkFor("bo@mail.example");
    const nameless = await open(link, browser, "  ");
    expect(nameless.status).toBe(422);
    expect(nameless.words).toContain("Write a name by which others can call you");
    expect((await open(link, browser, "Bo")).status).toBe(303);
  });

  test("works once, and not after half an hour", async () => {
    const link = await linkFor("cy@mail.example");
    expect((await open(link, cast.browser(), "Cy")).status).toBe(303);
    expect((await cast.browser().get(link)).words).toContain("used already, or is too old");
    const late = await linkFor("cy@mail.example");
    cast.clock.pass({ minutes: 30 });
    expect((await cast.browser().get(late)).words).toContain("used already, or is too old");
  });

  test("is not used up by a program that opens links before people do", async () => {
    const link = await linkFor("dee@mail.example");
    const scanner = cast.browser();
    for (let time = 0; time < 3; time++) expect((await scanner.get(link)).status).toBe(200);
    expect((await open(link, cast.browser(), "Dee")).status).toBe(303);
  });

  test("keeps nothing of the link but its hash, and tells the log neither address nor token (row 42)", async () => {
    const browser = cast.browser();
    const link = await linkFor("eli@mail.example");
    await open(link, browser, "Eli");
    const kept = await databaseDump(cast.application.read);
    const token = link.split("=")[1];
    expect(kept).toContain("eli@mail.example");
    expect(kept).not.toContain(token);
    for (const secret of browser.cookies.values()) expect(kept).not.toContain(secret);
    const payloads = JSON.stringify(cast.events.map(({ payload }) => payload));
    expect(payloads).not.toContain("mail.example");
  });

  test("leads nowhere but to this server", async () => {
    for (const next of ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]) {
      const browser = cast.browser();
      await browser.submit(`/sign-in?next=${encodeURIComponent(next)}`, "/sign-in/link", { email: "fay@mail.example" });
      const link = /\/sign-in\/link\?token=[\w-]+/.exec(cast.letters.at(-1)?.text ?? "")?.[0] ?? "";
      expect((await open(link, browser, "Fay")).location, next).toBe("/me");
    }
  });
});

describe("who asks for links learns nothing and bombs nobody (row 43)", () => {
  test("the answer is the same for a known address, an unknown one, and one that was asked for too often", async () => {
    cast.clock.pass({ hours: 2 });
    const answers = [];
    for (let time = 0; time < 7; time++) {
      const browser = cast.browser(`198.51.100.${time}`);
      answers.push(await browser.submit("/sign-in", "/sign-in/link", { email: "ana@mail.example" }));
    }
    const stranger = await cast.browser().submit("/sign-in", "/sign-in/link", { email: "nobody@mail.example" });
    for (const answer of answers) {
      expect([answer.status, answer.location, answer.html]).toEqual([
        stranger.status,
        stranger.location,
        stranger.html,
      ]);
    }
  });

  test("the answer does not wait for the letter, so that its time tells nothing", async () => {
    const slow = await openAccountCast({ postman: () => new Promise(() => {}) });
    const tooLong = Promise.withResolvers<string>();
    const timer = setTimeout(() => tooLong.resolve("it waits for the letter"), 5_000);
    const answered = slow.browser().submit("/sign-in", "/sign-in/link", { email: "hal@mail.example" });
    expect(await Promise.race([answered.then(({ location }) => location), tooLong.promise])).toBe("/sign-in/link/sent");
    expect(slow.letters).toHaveLength(1);
    clearTimeout(timer);
    await slow.close();
  });

  test("a mailbox gets at most five letters an hour, whoever asks, and five more in the next", async () => {
    cast.clock.pass({ hours: 2 });
    const before = cast.letters.length;
    for (let time = 0; time < 8; time++) {
      await cast.browser(`203.0.113.${time}`).submit("/sign-in", "/sign-in/link", { email: "gus@mail.example" });
    }
    expect(cast.letters.length - before).toBe(5);
    cast.clock.pass({ minutes: 61 });
    await cast.browser().submit("/sign-in", "/sign-in/link", { email: "gus@mail.example" });
    expect(cast.letters.length - before).toBe(6);
  });

  test("a network address gets at most twenty letters sent an hour, to whomever", async () => {
    cast.clock.pass({ hours: 2 });
    const before = cast.letters.length;
    for (let time = 0; time < 25; time++) {
      await cast.browser("2001:db8::7").submit("/sign-in", "/sign-in/link", { email: `n${time}@mail.example` });
    }
    expect(cast.letters.length - before).toBe(20);
  });
});

test("a server that speaks to no other and sends no e-mail says who can open a way in", async () => {
  const alone = await openAccountCast({ hasMail: false, isAlone: true });
  try {
    const page = await alone.browser().get("/sign-in");
    expect(page.words).toContain("By a link from whoever runs this server");
    expect(page.html).not.toContain("<form");
  } finally {
    await alone.close();
  }
});

test("without SMTP the page says that e-mail is off and takes no address", async () => {
  const silent = await openAccountCast({ hasMail: false });
  try {
    const page = await silent.browser().get("/sign-in");
    expect(page.words).toContain("There is no way by e-mail: this server sends none.");
    expect(page.html).not.toContain('action="/sign-in/link"');
    expect(page.html).toContain('action="/sign-in/code"');
  } finally {
    await silent.close();
  }
});
