import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestApplication, type TestApplication } from "../../../testing/test-application.ts";
import { contact, newsCatalogues, toldPeople, type ToldPeople } from "../../../testing/told-people.ts";
import { directNote } from "../../../testing/received-notes.ts";
import { answerDirectly } from "./answer-directly.ts";
import { notificationCatalogues } from "./messages/catalogue.ts";
import { noticeSchema, noticeTables } from "./notices.tables.ts";
import { sendNoticeJob } from "./send-notice.ts";

let opened: TestApplication;
let told: ToldPeople;

beforeEach(async () => {
  told = toldPeople([
    contact("ben", { language: "it", quietHours: { from: "00:00", until: "23:59" }, ways: { replies: "none" } }),
  ]);
  opened = await openTestApplication({
    schema: noticeSchema,
    jobs: [sendNoticeJob(told.options)],
    messages: [notificationCatalogues, newsCatalogues],
  });
});

afterEach(() => opened.close());

const tooLate = { from: "town", key: "test.answer", values: { minutes: 5 } };

test("whoever wrote is answered at once where they wrote, in the language they wrote in", async () => {
  const received = directNote("ana", "sì", { language: "it-CH" });
  await answerDirectly(opened.application, tooLate, received);
  await opened.pump();

  expect(told.messages).toMatchObject([
    {
      from: "town",
      to: received.actor.uri,
      text: "In ritardo di 5 minuti.",
      language: "it",
      inReplyTo: received.object?.id,
    },
  ]);
});

test("somebody known is answered in the language they chose, whatever the hour and whatever they chose for news", async () => {
  await answerDirectly(opened.application, tooLate, directNote("ben", "ja", { language: "de" }));
  await opened.pump();

  expect(told.messages).toMatchObject([{ text: "In ritardo di 5 minuti." }]);
});

test("one activity is answered once, however often it is worked on", async () => {
  const received = directNote("ana", "yes");
  await answerDirectly(opened.application, tooLate, received);
  await opened.pump();
  await answerDirectly(opened.application, tooLate, received);
  await opened.pump();
  await answerDirectly(opened.application, tooLate, directNote("ana", "yes again"));
  await opened.pump();

  expect(told.messages).toHaveLength(2);
});

test("the answer to a vote stands by itself, since a vote is no place to answer", async () => {
  await answerDirectly(opened.application, tooLate, directNote("ana", undefined, { name: "Going" }));
  await opened.pump();

  expect(told.messages[0]?.inReplyTo).toBeUndefined();
});

test("two programs that answer each other come to an end", async () => {
  for (let times = 0; times < 100; times++) {
    await answerDirectly(opened.application, tooLate, directNote("ana", `I did not understand ${times}`));
    await opened.pump();
  }
  expect(told.messages).toHaveLength(30);

  opened.clock.pass({ minutes: 61 });
  await answerDirectly(opened.application, tooLate, directNote("ana", "sorry"));
  await opened.pump();
  expect(told.messages).toHaveLength(31);
});

test("of somebody who was answered no address is kept", async () => {
  await answerDirectly(opened.application, tooLate, directNote("ana", "yes"));
  await opened.pump();

  const rows = await noticeTables(opened.application.read).selectFrom("notices").selectAll().execute();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain("social.example/users/ana");
});
