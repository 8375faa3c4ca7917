import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cookieBrowser, type CookieBrowser } from "../../testing/cookie-browser.ts";
import { foundingOrganiser } from "../../testing/founding.ts";
import { freshKeys } from "../../testing/foreign-actor.ts";
import { startForeignServer, type ForeignServer } from "../../testing/foreign-server.ts";
import { startKoinon, type RunningKoinon } from "../../testing/koinon.ts";
import { startMailServer, type MailServer } from "../../testing/mail-server.ts";
import { waitFor } from "../../testing/wait-for.ts";

/** What a person types and a server sends here, none of which any log may hold (row 42). */
const written = {
  address: "quillet.private@mail.example",
  name: "Quillet-the-person",
  message: "Quillet-in-confidence",
  handle: "quillet-handle",
} as const;

let mail: MailServer;
let here: RunningKoinon;
let peer: ForeignServer;
const log: string[] = [];
const write = process.stderr.write;

beforeAll(async () => {
  // What would be shown is kept instead: a test that ends well says nothing.
  process.stderr.write = (piece: string | Uint8Array) => log.push(String(piece)) > 0;
  mail = await startMailServer();
  const variables = { SMTP_URL: mail.url, KOINON_MAIL_FROM: "koinon@gather.example" };
  here = await startKoinon({ address: "127.0.0.45", variables });
  peer = await startForeignServer({ address: "127.0.0.46" });
});
afterAll(async () => {
  process.stderr.write = write;
  await Promise.all([here.stop(), mail.stop(), peer.stop()]);
});

function browserHere(): CookieBrowser {
  const from = { address: "127.0.0.1" };
  return cookieBrowser((request) => here.koinon.answer(request, from), new URL(here.origin), "127.0.0.1");
}

async function linkInMail(browser: CookieBrowser): Promise<string> {
  const before = mail.letters.length;
  await browser.submit("/sign-in", "/sign-in/link", { email: written.address });
  await waitFor("the letter", () => mail.letters.length > before);
  return /\/sign-in\/link\?token=[\w-]+/.exec(mail.letters.at(-1)?.text ?? "")?.[0] ?? "";
}

/** Every secret there was: of links, cookies, feeds and forms. */
const secrets: string[] = Object.values(written);

describe("the log of a server", () => {
  test("tells what failed, in plenty", { timeout: 60_000 }, async () => {
    await foundingOrganiser(here.koinon);
    const browser = browserHere();
    const link = await linkInMail(browser);
    await browser.submit(link, "/sign-in/link/opened", { name: written.name });
    const shown = await browser.submit("/me/calendar", "/me/calendar");
    const feed = /\/calendars\/([\w-]{43})\.ics/.exec(shown.html)?.[1] ?? "";
    const unused = await linkInMail(browserHere());
    const token = (text: string) => /token=([\w-]+)/.exec(text)?.[1] ?? "";
    secrets.push(token(link), token(unused), feed, ...browser.cookies.values());
    expect(secrets.filter((secret) => secret.length < 10)).toEqual([]);

    // Servers that send what is refused, and people whose letters come back.
    const sender = peer.addActor(written.handle);
    const note = {
      type: "Note",
      attributedTo: sender.id,
      content: written.message,
      to: [`${here.origin}/actors/server`],
    };
    const create = {
      id: `${sender.id}/1`,
      type: "Create",
      actor: sender.id,
      object: { id: `${sender.id}/2`, ...note },
    };
    const activity = { "@context": "https://www.w3.org/ns/activitystreams", ...create };
    const inbox = `${here.origin}/actors/server/inbox`;
    await peer.send(sender, inbox, activity, { privateKey: freshKeys().privateKey });
    await peer.send(sender, inbox, { ...activity, id: `https://${written.handle}.example/1` });
    await peer.send(sender, inbox, { ...activity, type: "Block", object: written.message });
    mail.refuseRecipients(550);
    await browserHere().submit("/sign-in", "/sign-in/link", { email: written.address });
    await waitFor("the failed letter", () => log.some((line) => line.includes("background-failed")));

    // Nothing can be kept or read any more: every page and every act fails.
    const form = browser.formOn(await browser.get("/me"), "/sign-out");
    await here.koinon.application.database.close();
    for (const path of [link, unused, `/calendars/${feed}.ics`, "/me", `/operator/people?find=${written.address}`]) {
      await browser.get(path).catch(() => undefined);
    }
    await browser.post("/sign-in/link", { ...form, email: written.address }).catch(() => undefined);
    expect(log.filter((line) => line.includes("page-failed")).length).toBeGreaterThan(2);
    expect(log.filter((line) => line.includes("inbox-refused")).length).toBeGreaterThan(1);
  });

  test("holds no token, cookie, address, name, handle or message", () => {
    const lines = log.join("\n").toLowerCase();
    expect(secrets.filter((secret) => lines.includes(secret.toLowerCase()))).toEqual([]);
  });
});
