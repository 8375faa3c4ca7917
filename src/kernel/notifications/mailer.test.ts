import { afterEach, beforeEach, expect, test } from "vitest";
import { freePort } from "../../../testing/free-port.ts";
import { startMailServer, type MailServer } from "../../../testing/mail-server.ts";
import { openMailer, type Letter, type Mailer } from "./mailer.ts";

let server: MailServer;
let mailer: Mailer;

beforeEach(async () => {
  server = await startMailServer();
  mailer = openMailer({ url: server.url, from: "koinon@gather.example", host: "gather.example" });
});

afterEach(async () => {
  mailer.close();
  await server.stop();
});

const letter: Letter = { to: "ana@social.example", subject: "The date is set", text: "On Monday.\n\nCome." };

test("a letter arrives as it was written, from the server's address", async () => {
  expect(await mailer.send({ ...letter, html: "<p>On Monday.</p>" })).toEqual({ ok: true, value: null });

  expect(server.letters).toHaveLength(1);
  expect(server.letters[0]).toMatchObject({
    from: "koinon@gather.example",
    to: ["ana@social.example"],
    text: "On Monday.\n\nCome.",
    html: "<p>On Monday.</p>",
  });
  expect(server.letters[0]?.headers.get("subject")).toBe("The date is set");
});

test("words of every language arrive, in text and in headers", async () => {
  const text = "Früh am Morgen – „ja“ · ¿cuándo? · où ça ? · perché 🌿";
  await mailer.send({
    ...letter,
    subject: text,
    text,
    html: `<p>${text}</p>`,
    senderName: "Città aperta",
    language: "it",
  });

  const [received] = server.letters;
  expect([received?.text, received?.html]).toEqual([text, `<p>${text}</p>`]);
  expect(received?.headers.get("subject")).toBe(text);
  expect(received?.headers.get("from")).toBe("Città aperta <koinon@gather.example>");
  expect(received?.headers.get("content-language")).toBe("it");
});

test("a letter sent twice is recognisable as the same", async () => {
  const same = { ...letter, id: "0190-notice", at: Temporal.Instant.from("2027-02-01T10:00:00Z") };
  await mailer.send(same);
  await mailer.send(same);

  expect(server.letters.map((received) => received.headers.get("message-id"))).toEqual([
    "<0190-notice@gather.example>",
    "<0190-notice@gather.example>",
  ]);
  expect(server.letters[0]?.headers.get("date")).toBe("Mon, 01 Feb 2027 10:00:00 +0000");
});

test("every letter says that no person wrote it, and nothing of our software", async () => {
  await mailer.send(letter);

  expect(server.letters[0]?.headers.get("auto-submitted")).toBe("auto-generated");
  expect(server.letters[0]?.headers.has("x-mailer")).toBe(false);
});

test("letters can be stopped by one click over TLS, and by a link without it", async () => {
  await mailer.send({ ...letter, stopUrl: "https://gather.example/stop/a/b" });
  await mailer.send({ ...letter, stopUrl: "http://localhost:3000/stop/a/b" });

  const headers = server.letters.map((received) => received.headers);
  expect(headers.map((one) => one.get("list-unsubscribe"))).toEqual([
    "<https://gather.example/stop/a/b>",
    "<http://localhost:3000/stop/a/b>",
  ]);
  expect(headers.map((one) => one.get("list-unsubscribe-post"))).toEqual(["List-Unsubscribe=One-Click", undefined]);
});

test("names and subjects that try to add headers or recipients stay names and subjects", async () => {
  const evil = "Ana\r\nBcc: eve@evil.example\r\n\r\nbuy";
  await mailer.send({ ...letter, subject: evil, senderName: `${evil}" <eve@evil.example>, "` });

  const [received] = server.letters;
  expect(received?.to).toEqual(["ana@social.example"]);
  expect(received?.headers.has("bcc")).toBe(false);
  expect(received?.text).toBe(letter.text);
});

test("a mailbox that does not exist is a final failure, and its address is not told on", async () => {
  server.refuseRecipients(550);
  expect(await mailer.send(letter)).toEqual({
    ok: false,
    refusal: { kind: "mail-failed", isFinal: true, code: "550" },
  });
});

test("a mailbox that is full, or a server that asks for patience, is tried again later", async () => {
  server.refuseRecipients(452);
  expect(await mailer.send(letter)).toMatchObject({ refusal: { isFinal: false, code: "452" } });
  server.refuseRecipients(undefined);
  server.refuseLetters(451);
  expect(await mailer.send(letter)).toMatchObject({ refusal: { isFinal: false, code: "451" } });
  server.refuseLetters(undefined);
  expect(await mailer.send(letter)).toMatchObject({ ok: true });
});

test("a letter refused for what it says is a final failure", async () => {
  server.refuseLetters(554);
  expect(await mailer.send(letter)).toMatchObject({ refusal: { isFinal: true, code: "554" } });
});

test("a mail server that is not there is tried again later", async () => {
  const nowhere = openMailer({
    url: `smtp://127.0.0.1:${await freePort()}`,
    from: "a@gather.example",
    host: "gather.example",
  });
  const answer = await nowhere.send(letter);
  nowhere.close();

  expect(answer).toMatchObject({ ok: false, refusal: { kind: "mail-failed", isFinal: false } });
});

test("many letters at once share a few connections", async () => {
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, place) => mailer.send({ ...letter, id: `letter-${place}` })),
  );

  expect(answers.every((answer) => answer.ok)).toBe(true);
  expect(new Set(server.letters.map((received) => received.headers.get("message-id"))).size).toBe(30);
});
