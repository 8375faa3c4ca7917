import { z } from "zod";
import { afterEach, expect, test } from "vitest";
import { keepNote, notesSchema } from "../../../testing/notes-commands.ts";
import { byPerson, openTestApplication, type TestApplication } from "../../../testing/test-application.ts";
import { contact, newsCatalogues, newsOfNotes, toldPeople } from "../../../testing/told-people.ts";
import { accepted } from "../base/result.ts";
import { defineCommand } from "../commands/command.ts";
import { notificationCatalogues } from "./messages/catalogue.ts";
import { noticesOfPeople } from "./notices-of-people.ts";
import { noticeSchema, noticeTables } from "./notices.tables.ts";
import { sendNoticeJob } from "./send-notice.ts";
import { tellPeople } from "./tell-people.ts";

let opened: TestApplication;

afterEach(() => opened.close());

const forgetBen = defineCommand({
  name: "test/forget-ben",
  input: z.object({}),
  chain: () => "server",
  authorise: async () => undefined,
  run: async (context) => {
    await noticesOfPeople.forget(context, "ben");
    return accepted(null);
  },
});

const joinBenIntoAna = defineCommand({
  name: "test/join-ben-into-ana",
  input: z.object({}),
  chain: () => "server",
  authorise: async () => undefined,
  run: async (context) => {
    await noticesOfPeople.join(context, "ana", "ben");
    return accepted(null);
  },
});

/** Ana and Ben are told of one thing each and of one together. */
async function tellThem(): Promise<void> {
  const told = toldPeople([contact("ana"), contact("ben")]);
  const sources = [
    newsOfNotes(() => ["ana", "ben"], { matter: "both" }),
    newsOfNotes(() => ["ana"], { matter: "ana alone" }),
    newsOfNotes(() => ["ben"], { matter: "ben alone" }),
  ];
  opened = await openTestApplication({
    schema: [...notesSchema, ...noticeSchema],
    subscribers: [tellPeople(sources)],
    jobs: [sendNoticeJob(told.options), { kind: "notes/look-again", run: async () => {} }],
    messages: [notificationCatalogues, newsCatalogues],
  });
  await opened.application.execute(keepNote, { chain: "town", id: 1 }, byPerson("somebody"));
  await opened.pump();
}

async function matters(): Promise<readonly string[]> {
  const rows = await noticeTables(opened.application.read)
    .selectFrom("notices")
    .select(["recipient", "matter"])
    .execute();
  return rows.map((row) => `${row.recipient}: ${row.matter}`).toSorted();
}

test("people may take along what they were told of, when and by which way", async () => {
  await tellThem();
  const { notices } = await noticesOfPeople.export(opened.application.read, "ben");

  const when = "2027-02-01T10:00:00Z";
  const one = { kind: "news", message: "test.kept", way: "fediverse", state: "sent", queuedAt: when, settledAt: when };
  expect(notices).toEqual([one, one]);
});

test("of somebody who leaves nothing stays, and of the others everything", async () => {
  await tellThem();
  await opened.application.execute(forgetBen, {}, byPerson("ben"));

  expect(await matters()).toEqual(["ana: ana alone", "ana: both"]);
  const rows = await noticeTables(opened.application.read).selectFrom("notices").selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain("users/ben");
});

test("two who turn out to be one have been told what either was told, each matter once", async () => {
  await tellThem();
  await opened.application.execute(joinBenIntoAna, {}, byPerson("ana"));

  expect(await matters()).toEqual(["ana: ana alone", "ana: ben alone", "ana: both"]);
});
