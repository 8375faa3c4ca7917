import { afterEach, beforeEach, expect, test } from "vitest";
import { keepNote, notesSchema } from "../../../testing/notes-commands.ts";
import { directNote } from "../../../testing/received-notes.ts";
import { byPerson, openTestApplication, type TestApplication } from "../../../testing/test-application.ts";
import { contact, newsCatalogues, newsOfNotes, toldPeople, type ToldPeople } from "../../../testing/told-people.ts";
import { directMessageUri } from "../federation/deliveries/direct-message.ts";
import { notificationCatalogues } from "./messages/catalogue.ts";
import type { NoticeSource } from "./notice.ts";
import { noticeSchema } from "./notices.tables.ts";
import { sendNoticeJob } from "./send-notice.ts";
import { stopByReply } from "./stop-by-reply.ts";
import { tellPeople } from "./tell-people.ts";

let opened: TestApplication;
let told: ToldPeople;
/** Ana hears news of the town and then of the village; Ben hears nothing. */
const sources: readonly NoticeSource[] = [
  newsOfNotes(() => ["ana"]),
  newsOfNotes(() => ["ana"], { from: "village", matter: "of the village" }),
];

beforeEach(async () => {
  told = toldPeople([contact("ana"), contact("ben")]);
  opened = await openTestApplication({
    schema: [...notesSchema, ...noticeSchema],
    subscribers: [tellPeople(sources)],
    jobs: [sendNoticeJob(told.options), { kind: "notes/look-again", run: async () => {} }],
    messages: [notificationCatalogues, newsCatalogues],
  });
  await opened.application.execute(keepNote, { chain: "town", id: 1 }, byPerson("somebody"));
  await opened.pump();
});

afterEach(() => opened.close());

const recogniser = stopByReply({
  stop: (news) => ({ command: keepNote, input: { stop: news } }),
  start: (news) => ({ command: keepNote, input: { start: news } }),
});

function reading() {
  return { read: opened.application.read, origin: opened.application.origin };
}

async function askedFor(...note: Parameters<typeof directNote>) {
  return (await recogniser.recognise(directNote(...note), reading()))?.input;
}

const newsOfTown = { personId: "ana", kind: "news", from: "town" };

test("STOP in answer to a message ends news of that kind from that sender; START takes it up again", async () => {
  expect(await askedFor("ana", "STOP")).toEqual({ stop: newsOfTown });
  expect(await askedFor("ana", "Arrêter !")).toEqual({ stop: newsOfTown });
  expect(await askedFor("ana", "start")).toEqual({ start: newsOfTown });
});

test("what is answered is the message named, else the last one from whoever is addressed", async () => {
  const village = { audience: ["https://gather.example/actors/village"] };
  expect(await askedFor("ana", "STOP", village)).toEqual({ stop: { ...newsOfTown, from: "village" } });

  const both = { audience: ["https://gather.example/actors/village", "https://gather.example/actors/town"] };
  const first = told.messages.find((message) => message.from === "town");
  if (first === undefined) throw new Error("the town said nothing");
  const inReplyTo = directMessageUri(opened.application.origin, first);
  expect(await askedFor("ana", "STOP", { ...both, inReplyTo })).toEqual({ stop: newsOfTown });
});

test("somebody who was told nothing has nothing to stop here", async () => {
  expect(await askedFor("ben", "STOP")).toBeUndefined();
  expect(await askedFor("ana", "STOP", { audience: ["https://gather.example/actors/elsewhere"] })).toBeUndefined();
  expect(await askedFor("ana", "STOP", { audience: [] })).toBeUndefined();
});

test("nobody can stop what another hears, nor by a public post, nor by anything that is not just the word", async () => {
  const message = told.messages[0];
  if (message === undefined) throw new Error("nobody was told anything");
  const inReplyTo = directMessageUri(opened.application.origin, message);
  expect(await askedFor("ben", "STOP", { inReplyTo })).toBeUndefined();
  expect(await askedFor("ben", "STOP", { attributedTo: "https://social.example/users/ana" })).toBeUndefined();
  expect(await askedFor("ana", "STOP", { isPublic: true })).toBeUndefined();
  expect(await askedFor("ana", "I will stop by")).toBeUndefined();
  expect(await askedFor("ana", undefined, { name: "STOP" })).toBeUndefined();
});

test("whoever stopped is told so, and how to take it up again; a refusal is not told as done", async () => {
  const answerTo = (text: string, ok: boolean) =>
    recogniser.reply?.(
      directNote("ana", text),
      ok ? { ok: true, value: null } : { ok: false, refusal: { kind: "try-later" } },
      reading(),
    );
  expect(await answerTo("STOP", true)).toEqual({ from: "town", key: "kernel.notice.stopped", values: {} });
  expect(await answerTo("START", true)).toEqual({ from: "town", key: "kernel.notice.started", values: {} });
  expect(await answerTo("STOP", false)).toBeUndefined();
});
