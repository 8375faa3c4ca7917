import { afterEach, beforeEach, expect, test } from "vitest";
import { keepNote, notesSchema } from "../../testing/notes-commands.ts";
import { byPerson, openTestApplication, type TestApplication } from "../../testing/test-application.ts";
import { contact, newsCatalogues, newsOfNotes, toldPeople } from "../../testing/told-people.ts";
import { subscriberJobs } from "./activity-log/subscribers.ts";
import { receiptTables } from "./commands/receipts.tables.ts";
import { jobTables } from "./jobs/jobs.tables.ts";
import { beginRetention, retentionJob, type Retention } from "./jobs/retention.ts";
import { runDueJobs } from "./jobs/worker.ts";
import { notificationCatalogues } from "./notifications/messages/catalogue.ts";
import { noticeSchema, noticeTables } from "./notifications/notices.tables.ts";
import { sendNoticeJob } from "./notifications/send-notice.ts";
import { tellPeople } from "./notifications/tell-people.ts";
import { kernelRetentions } from "./retentions.ts";

let opened: TestApplication;
let retentions: readonly Retention[];
const teller = tellPeople([newsOfNotes(() => ["ana"])]);
const told = toldPeople([contact("ana")]);

beforeEach(async () => {
  retentions = kernelRetentions;
  opened = await openTestApplication({
    schema: [...notesSchema, ...noticeSchema],
    subscribers: [teller],
    messages: [notificationCatalogues, newsCatalogues],
  });
});

afterEach(() => opened.close());

async function keep(id: number): Promise<void> {
  await opened.application.execute(keepNote, { chain: "town", id }, byPerson("somebody"));
  await pump();
}

/** Does what is due; looking again at notes fails for ever. */
async function pump(): Promise<void> {
  const jobs = [...subscriberJobs([teller]), sendNoticeJob(told.options), retentionJob(retentions)];
  while ((await runDueJobs(opened.application, jobs, { failed: () => {}, idle: () => {} })) > 0);
}

async function passDays(days: number): Promise<void> {
  opened.clock.pass({ hours: 24 * days });
  await pump();
}

async function counts() {
  const { read } = opened.application;
  return {
    receipts: (await receiptTables(read).selectFrom("receipts").selectAll().execute()).length,
    notices: (await noticeTables(read).selectFrom("notices").selectAll().execute()).length,
    givenUp: (await jobTables(read).selectFrom("jobs").selectAll().where("given_up_at", "is not", null).execute())
      .length,
  };
}

test("receipts are kept for thirty days, notices and what was given up for ninety, and then no more", async () => {
  await beginRetention(opened.application);
  await keep(1);
  for (let attempt = 0; attempt < 12; attempt++) await passDays(1);
  expect(await counts()).toEqual({ receipts: 1, notices: 1, givenUp: 1 });

  await passDays(17);
  await keep(2);
  expect(await counts()).toMatchObject({ receipts: 2, notices: 2 });
  await passDays(2);
  expect(await counts()).toMatchObject({ receipts: 1, notices: 2 });
  await passDays(60);
  expect(await counts()).toEqual({ receipts: 0, notices: 1, givenUp: 1 });
  await passDays(40);
  expect(await counts()).toMatchObject({ receipts: 0, notices: 0, givenUp: 0 });
});

test("programs that start at once, or again, do not make the day's work twice", async () => {
  await Promise.all([1, 2, 3].map(() => beginRetention(opened.application)));
  let runs = 0;
  const keptFor = Temporal.Duration.from({ days: 1 });
  retentions = [
    {
      name: "runs",
      keptFor,
      remove: async () => {
        runs += 1;
        return 0;
      },
    },
  ];
  await pump();
  await beginRetention(opened.application);
  await pump();
  expect(runs).toBe(1);

  for (let day = 0; day < 3; day++) await passDays(1);
  expect(runs).toBe(4);
});

test("much is removed in stretches, each for itself", async () => {
  await beginRetention(opened.application);
  const asked: number[] = [];
  let left = 2_500;
  retentions = [
    {
      name: "much",
      keptFor: Temporal.Duration.from({ days: 1 }),
      async remove(_transaction, _before, most) {
        const removed = Math.min(left, most);
        left -= removed;
        asked.push(removed);
        return removed;
      },
    },
  ];
  await pump();

  expect(asked).toEqual([1_000, 1_000, 500]);
});
