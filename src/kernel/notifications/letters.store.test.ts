import { afterEach, beforeEach, expect, test } from "vitest";
import { startMailServer, type MailServer } from "../../../testing/mail-server.ts";
import { keepNote, notesSchema } from "../../../testing/notes-commands.ts";
import { byPerson, openTestApplication, type TestApplication } from "../../../testing/test-application.ts";
import { contact, newsCatalogues, newsOfNotes, toldPeople, type ToldPeople } from "../../../testing/told-people.ts";
import { subscriberJobs } from "../activity-log/subscribers.ts";
import type { Catalogues } from "../i18n/catalogue.ts";
import { runDueJobs } from "../jobs/worker.ts";
import { openMailer, type Mailer } from "./mailer.ts";
import { notificationCatalogues } from "./messages/catalogue.ts";
import { noticeSchema, noticeTables } from "./notices.tables.ts";
import { sendNoticeJob } from "./send-notice.ts";
import { tellPeople } from "./tell-people.ts";

let opened: TestApplication;
let server: MailServer;
let mailer: Mailer;
let told: ToldPeople;
const people = [contact("ana", { language: "de", zone: "Europe/Berlin", ways: { news: "email", replies: "email" } })];
let source = newsOfNotes(() => ["ana"]);

beforeEach(async () => {
  server = await startMailServer();
  mailer = openMailer({ url: server.url, from: "koinon@gather.example", host: "gather.example" });
  source = newsOfNotes(() => ["ana"]);
  let links = 0;
  told = toldPeople(people, {
    mailer,
    linkFor: async (application, personId, path) => {
      links += 1;
      return new URL(`/in/${personId}-${links}?then=${path}`, application.origin).href;
    },
    stopUrl: (personId, kind) => `https://gather.example/stop/${personId}/${kind}/token`,
    senderName: async (_application, actorId) => (actorId === "town" ? "Città di tutti" : undefined),
  });
  await openSaying(newsCatalogues);
});

afterEach(async () => {
  mailer.close();
  await server.stop();
  await opened.close();
});

async function openSaying(messages: Catalogues): Promise<void> {
  opened = await openTestApplication({
    schema: [...notesSchema, ...noticeSchema],
    subscribers: [{ ...tellPeople([source]), handle: (...given) => tellPeople([source]).handle(...given) }],
    messages: [notificationCatalogues, messages],
  });
}

async function keepAndPump(...ids: readonly number[]): Promise<void> {
  for (const id of ids) await opened.application.execute(keepNote, { chain: "town", id }, byPerson("somebody"));
  const jobs = [...subscriberJobs([tellPeople([source])]), sendNoticeJob(told.options)];
  while ((await runDueJobs(opened.application, jobs, { failed: () => {}, idle: () => {} })) > 0);
}

function notices() {
  return noticeTables(opened.application.read).selectFrom("notices").selectAll().orderBy("id").execute();
}

test("a letter says the news, leads to its page signed in, and says how to stop", async () => {
  await keepAndPump(1);
  const [letter] = server.letters;
  const [notice] = await notices();

  expect(letter?.text.trim()).toBe(
    "Notiz 1 ist aufgehoben. Wir sehen sie am Mittwoch, 3. Februar 2027 um 11:00 (Mitteleuropäische Normalzeit) an.\n\n" +
      "https://gather.example/in/ana-1?then=/notes/1\n\n" +
      "Um davon nichts mehr per E-Mail zu hören:\nhttps://gather.example/stop/ana/news/token",
  );
  expect(letter?.to).toEqual(["ana@post.example"]);
  const headers = ["from", "subject", "message-id", "date", "content-language", "auto-submitted"];
  expect(headers.map((name) => letter?.headers.get(name))).toEqual([
    "Città di tutti <koinon@gather.example>",
    "Notiz 1 ist aufgehoben.",
    `<notice.${notice?.id}@gather.example>`,
    "Mon, 01 Feb 2027 10:00:00 +0000",
    "de",
    "auto-generated",
  ]);
  expect(letter?.headers.get("list-unsubscribe")).toBe("<https://gather.example/stop/ana/news/token>");
  expect(letter?.headers.get("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  expect(notice).toMatchObject({ state: "sent", way: "email", sent_to: null });
});

test("the letter's HTML says the same in its language, with links", async () => {
  await keepAndPump(1);
  const page = server.letters[0]?.html ?? "";

  expect(page).toContain('<html lang="de">');
  expect(page).toContain("Notiz 1 ist aufgehoben.");
  expect(page).toContain('<a href="https://gather.example/in/ana-1?then=/notes/1">Seite öffnen</a>');
  expect(page).toContain('<a href="https://gather.example/stop/ana/news/token">');
});

test("what people wrote stays text in a letter's HTML, and one line in its subject", async () => {
  await opened.close();
  const plain = { "test.kept": "{id}" };
  await openSaying({ en: plain, es: plain, fr: plain, de: plain, it: plain });
  const written = '<img src=x onerror="alert(1)">\r\nBcc: eve@evil.example';
  source = newsOfNotes(() => ["ana"], { values: { id: written } });
  await keepAndPump(1);
  const [letter] = server.letters;

  expect(letter?.html).not.toContain("<img");
  expect(letter?.html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
  expect(letter?.headers.get("subject")).toBe('<img src=x onerror="alert(1)"> Bcc: eve@evil.example');
  expect(letter?.headers.has("bcc")).toBe(false);
});

test("a message's own subject heads the letter, and a long sentence is cut at a word", async () => {
  await opened.close();
  const long = "The gathering of everybody who has ever wished for one has been moved to another place in town.";
  const messages = { "test.kept": long, "test.kept.subject": "Moved", "test.other": `${long} Bring a chair.` };
  await openSaying({ en: messages, es: messages, fr: messages, de: messages, it: messages });
  await keepAndPump(1);
  source = newsOfNotes(() => ["ana"], { key: "test.other" });
  await keepAndPump(2);

  expect(server.letters.map((letter) => letter.headers.get("subject"))).toEqual([
    "Moved",
    "The gathering of everybody who has ever wished for one has been moved to…",
  ]);
});

test("the answer to what one just did does not say how to stop", async () => {
  source = newsOfNotes(() => ["ana"], { urgent: true, path: undefined });
  await keepAndPump(1);

  expect(server.letters[0]?.headers.has("list-unsubscribe")).toBe(false);
  expect(server.letters[0]?.text).not.toContain("/stop/");
});

test("a mailbox that is gone is written to once and then no more for this matter", async () => {
  server.refuseRecipients(550);
  await keepAndPump(1);
  server.refuseRecipients(undefined);
  opened.clock.pass({ hours: 24 });
  await keepAndPump();

  expect(server.letters).toEqual([]);
  expect(await notices()).toMatchObject([{ state: "dropped", way: "email", reason: "mail-failed: 550" }]);
});

test("a mail server that asks for patience gets the same letter later, recognisable as the same", async () => {
  server.refuseLetters(451);
  await keepAndPump(1);
  expect(await notices()).toMatchObject([{ state: "queued" }]);
  server.refuseLetters(undefined);
  opened.clock.pass({ seconds: 10 });
  await keepAndPump();

  const [notice] = await notices();
  expect(server.letters.map((letter) => letter.headers.get("message-id"))).toEqual([
    `<notice.${notice?.id}@gather.example>`,
  ]);
  expect(server.letters[0]?.headers.get("date")).toBe("Mon, 01 Feb 2027 10:00:00 +0000");
});

test("letters to one person leave in the order of what happened", async () => {
  await keepAndPump(1, 2, 3, 4, 5);

  expect(server.letters.map((letter) => /Notiz (\d)/.exec(letter.text)?.[1])).toEqual(["1", "2", "3", "4", "5"]);
});
