import { afterEach, expect, test } from "vitest";
import { keepNote, notesSchema } from "../../../testing/notes-commands.ts";
import {
  byPerson,
  openTestApplication,
  tellSubscriber,
  type TestApplication,
} from "../../../testing/test-application.ts";
import { contact, newsCatalogues, newsOfNotes, toldPeople, type ToldPeople } from "../../../testing/told-people.ts";
import { subscriberJobs } from "../activity-log/subscribers.ts";
import { mostAttempts } from "../jobs/leases.ts";
import { runDueJobs } from "../jobs/worker.ts";
import type { Contact } from "./contact.ts";
import { notificationCatalogues } from "./messages/catalogue.ts";
import type { NoticeSource } from "./notice.ts";
import { noticeSchema, noticeTables } from "./notices.tables.ts";
import { sendNoticeJob } from "./send-notice.ts";
import { tellPeople } from "./tell-people.ts";

let opened: TestApplication;
let told: ToldPeople;
let sources: readonly NoticeSource[];

afterEach(() => opened.close());

const night = { from: "22:00", until: "07:00" };

async function openWith(people: readonly Contact[], ...given: readonly NoticeSource[]): Promise<void> {
  told = toldPeople(people);
  sources = given.length > 0 ? given : [newsOfNotes(() => people.map((one) => one.personId))];
  opened = await openTestApplication({
    schema: [...notesSchema, ...noticeSchema],
    subscribers: [tellPeople(sources)],
    messages: [notificationCatalogues, newsCatalogues],
  });
}

async function keep(id: number): Promise<void> {
  await opened.application.execute(keepNote, { chain: "town", id }, byPerson("somebody"));
}

/** Does what is due until nothing is; jobs that fail wait for later. */
async function pump(): Promise<void> {
  const jobs = [
    ...subscriberJobs([tellPeople(sources)]),
    sendNoticeJob(told.options),
    { kind: "notes/look-again", run: async () => {} },
  ];
  while ((await runDueJobs(opened.application, jobs, { failed: () => {}, idle: () => {} })) > 0);
}

function notices() {
  return noticeTables(opened.application.read).selectFrom("notices").selectAll().orderBy("id").execute();
}

const idsTold = () => told.messages.map((message) => /\d+/.exec(message.text)?.[0]);

test("each is told in their own language and zone, by a message that ends with how to stop", async () => {
  await openWith([contact("ana", { language: "es", zone: "America/Bogota" }), contact("ben")]);
  await keep(1);
  await pump();

  expect(told.messages).toMatchObject([
    {
      from: "town",
      to: "https://social.example/users/ana",
      language: "es",
      text:
        "La nota 1 queda guardada. La miramos el miércoles, 3 de febrero de 2027, 5:00 (hora estándar de Colombia).\n\n" +
        "https://gather.example/notes/1\n\n" +
        "Responde STOP para no saber más de esto.",
    },
    {
      to: "https://social.example/users/ben",
      language: "en",
      text:
        "Note 1 is kept. We look at it on Wednesday, 3 February 2027 at 10:00 (Greenwich Mean Time).\n\n" +
        "https://gather.example/notes/1\n\n" +
        "Reply STOP to hear no more of this.",
    },
  ]);
});

test("somebody of whom nothing is known is told in the server's language and zone", async () => {
  await openWith([contact("ana", { language: undefined, zone: undefined })]);
  await keep(1);
  await pump();

  expect(told.messages[0]).toMatchObject({ language: "fr" });
  expect(told.messages[0]?.text).toContain("heure normale d’Europe centrale");
});

test("an event delivered twice tells nobody twice", async () => {
  await openWith([contact("ana"), contact("ben")]);
  await keep(1);
  const [event] = opened.events;
  if (event === undefined) throw new Error("nothing happened");
  await pump();
  await tellSubscriber(opened.application, tellPeople(sources), event);
  await pump();

  expect(told.messages).toHaveLength(2);
});

test("a delivery cut off between two people, or between two sources, is made whole without telling anybody twice", async () => {
  const people = ["ana", "ben", "cleo"];
  let stumbles = 2;
  const reached = { from: 0 };
  const stumbling: NoticeSource = {
    ...newsOfNotes(() => people, { matter: "the second source" }),
    async notices(application, event) {
      reached.from += 1;
      if (stumbles-- > 0) throw new Error("stumbled");
      return newsOfNotes(() => people, { matter: "the second source" }).notices(application, event);
    },
  };
  await openWith(
    people.map((one) => contact(one)),
    newsOfNotes(() => people),
    stumbling,
  );
  await keep(1);
  for (let times = 0; times < 3; times++) {
    await pump();
    opened.clock.pass({ minutes: 1 });
  }

  expect(reached.from).toBe(3);
  expect(told.messages).toHaveLength(6);
  expect(new Set(told.messages.map((message) => message.key)).size).toBe(6);
});

test("one matter is one message, whoever tells of it", async () => {
  await openWith(
    [contact("ana")],
    newsOfNotes(() => ["ana", "ana"], { matter: "date-set:7:1" }),
    newsOfNotes(() => ["ana"], { matter: "date-set:7:1" }),
  );
  await keep(1);
  await keep(2);
  await pump();

  expect(told.messages).toHaveLength(1);
});

test("nothing goes to who wants none, has no address, left, or is not to be found; and each time the reason is kept", async () => {
  await openWith([
    contact("none", { ways: { news: "none" } }),
    contact("other", { ways: { replies: "fediverse" } }),
    contact("no-actor", { actorUri: undefined }),
    contact("by-mail", { ways: { news: "email" } }),
    contact("left"),
  ]);
  told.contacts.delete("left");
  await keep(1);
  await pump();

  expect(told.messages).toEqual([]);
  const reasons = (await notices()).map((notice) => [notice.recipient, notice.state, notice.reason]);
  expect(Object.fromEntries(reasons.map(([recipient, state, reason]) => [recipient, `${state}: ${reason}`]))).toEqual({
    none: "dropped: not-wanted",
    other: "dropped: not-wanted",
    "no-actor": "dropped: no-address",
    "by-mail": "dropped: email-off",
    left: "dropped: nobody",
  });
});

test("in quiet hours news waits for the reader's morning, and goes in the order in which it came", async () => {
  await openWith([contact("ana", { zone: "Asia/Tokyo", quietHours: night }), contact("ben", { quietHours: night })]);
  opened.clock.set("2027-02-01T13:30:00Z");
  await keep(1);
  await pump();
  await keep(2);
  await pump();
  expect(told.messages.map((message) => message.to.slice(-3))).toEqual(["ben", "ben"]);
  expect((await notices()).map((notice) => notice.state)).toEqual(["held", "sent", "held", "sent"]);

  opened.clock.set("2027-02-01T21:59:59Z");
  await pump();
  expect(told.messages).toHaveLength(2);

  opened.clock.set("2027-02-01T22:00:00Z");
  await keep(3);
  await pump();
  expect(
    told.messages.filter((message) => message.to.endsWith("ana")).map((message) => /\d+/.exec(message.text)?.[0]),
  ).toEqual(["1", "2", "3"]);
});

test("a night in which clocks change ends when the reader's clock says so", async () => {
  await openWith([contact("ana", { zone: "Europe/Rome", quietHours: night })]);
  opened.clock.set("2027-03-27T23:00:00Z");
  await keep(1);
  await pump();
  opened.clock.set("2027-03-28T04:59:00Z");
  await pump();
  expect(told.messages).toEqual([]);
  opened.clock.set("2027-03-28T05:00:00Z");
  await pump();
  expect(told.messages).toHaveLength(1);
});

test("whoever changes their quiet hours overnight is told by the new ones", async () => {
  await openWith([contact("ana", { quietHours: night })]);
  opened.clock.set("2027-02-01T23:00:00Z");
  await keep(1);
  await pump();
  told.contacts.set("ana", contact("ana", { quietHours: { from: "22:00", until: "09:00" } }));
  opened.clock.set("2027-02-02T07:00:00Z");
  await pump();
  expect(told.messages).toEqual([]);
  opened.clock.set("2027-02-02T09:00:00Z");
  await pump();
  expect(told.messages).toHaveLength(1);
});

test("the answer to what one just did goes at once, and does not say how to stop", async () => {
  await openWith(
    [contact("ana", { quietHours: night })],
    newsOfNotes(() => ["ana"], { urgent: true, kind: "replies" }),
  );
  opened.clock.set("2027-02-01T23:00:00Z");
  await keep(1);
  await pump();

  expect(told.messages).toHaveLength(1);
  expect(told.messages[0]?.text).not.toContain("STOP");
});

test("what is no news any more in the morning is not sent", async () => {
  const until = Temporal.Instant.from("2027-02-02T06:00:00Z");
  await openWith(
    [contact("ana", { quietHours: night })],
    newsOfNotes(() => ["ana"], { until }),
  );
  opened.clock.set("2027-02-01T23:00:00Z");
  await keep(1);
  await pump();
  opened.clock.set("2027-02-02T07:00:00Z");
  await pump();

  expect(told.messages).toEqual([]);
  expect(await notices()).toMatchObject([{ state: "dropped", reason: "too-late" }]);
});

test("what could not be handed over is tried again, and what came after waits for it", async () => {
  await openWith([contact("ana")]);
  told.failToSend(true);
  await keep(1);
  await keep(2);
  await pump();
  told.failToSend(false);
  opened.clock.pass({ seconds: 9 });
  await keep(3);
  await pump();
  expect(told.messages).toEqual([]);

  opened.clock.pass({ minutes: 1 });
  await pump();
  expect(idsTold()).toEqual(["1", "2", "3"]);
});

test("what can never be handed over is dropped in the end, and holds up nobody else", async () => {
  await openWith([contact("ana"), contact("ben")]);
  await keep(1);
  told.failToSend(true);
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    await pump();
    opened.clock.pass({ hours: 6 });
  }
  told.failToSend(false);
  await keep(2);
  await pump();

  expect((await notices()).map((notice) => [notice.state, notice.reason])).toEqual([
    ["dropped", "not queued: Error"],
    ["dropped", "not queued: Error"],
    ["sent", null],
    ["sent", null],
  ]);
  expect(idsTold()).toEqual(["2", "2"]);
});

test("a worker that dies between sending and writing so down sends again by the same key", async () => {
  await openWith([contact("ana")]);
  await keep(1);
  const jobs = [...subscriberJobs([tellPeople(sources)]), sendNoticeJob(told.options)];
  const quiet = { failed: () => {}, idle: () => {} };
  await runDueJobs(opened.application, jobs, quiet);
  // Its database is gone at the moment at which it would write.
  const dying = { ...opened.application.database, write: () => Promise.reject(new Error("gone")) };
  await runDueJobs({ ...opened.application, database: dying }, jobs, quiet).catch(() => {});
  expect(told.messages).toHaveLength(1);
  opened.clock.pass({ minutes: 2 });
  await pump();

  expect(told.messages).toHaveLength(2);
  expect(told.messages[1]).toEqual(told.messages[0]);
  expect(await notices()).toMatchObject([{ state: "sent" }]);
});

test("somebody known twice who turns out to be one person is told once", async () => {
  await openWith([contact("ana"), contact("ana-by-mail")]);
  await keep(1);
  // They are joined before the messages go out: both ids lead to Ana.
  told.contacts.set("ana-by-mail", contact("ana"));
  await pump();

  expect(told.messages).toHaveLength(1);
  expect((await notices()).map((notice) => notice.reason)).toEqual([null, "told-already"]);
});

test("once a notice is settled, nothing of what it said is kept", async () => {
  await openWith([contact("ana"), contact("ben", { ways: { news: "none" } })]);
  await keep(1);
  await pump();

  expect((await notices()).map((notice) => [notice.message_values, notice.sent_to])).toEqual([
    ["{}", "https://social.example/users/ana"],
    ["{}", null],
  ]);
});

test("three hundred people are each told once", async () => {
  const people = Array.from({ length: 300 }, (_, place) => contact(`person-${place}`));
  await openWith(people);
  await keep(1);
  await pump();

  expect(new Set(told.messages.map((message) => message.to)).size).toBe(300);
  expect(told.messages).toHaveLength(300);
});
