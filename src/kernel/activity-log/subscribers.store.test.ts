import { afterEach, expect, test } from "vitest";
import { keepNextNote, keepNote, keepNotes, notesSchema } from "../../../testing/notes-commands.ts";
import { byPerson, openTestApplication, type TestApplication } from "../../../testing/test-application.ts";
import { runDueJobs, type WorkerReport } from "../jobs/worker.ts";
import type { LoggedEvent } from "./event.ts";
import { logTables } from "./log.tables.ts";
import { subscriberJobs, type Subscriber } from "./subscribers.ts";

let opened: TestApplication;

afterEach(() => opened.close());

/** A subscriber that writes down what it hears; `stumble` may throw. */
function listener(name: string, events: readonly string[], stumble: (event: LoggedEvent) => void = () => {}) {
  const heard: LoggedEvent[] = [];
  const subscriber: Subscriber = {
    name,
    events,
    async handle(_application, event) {
      stumble(event);
      heard.push(event);
    },
  };
  return { subscriber, heard };
}

async function openWith(...subscribers: readonly Subscriber[]): Promise<void> {
  opened = await openTestApplication({ schema: notesSchema, subscribers });
}

function throwOn(_job: unknown, cause: unknown): void {
  throw cause;
}

/** Delivers what is due until nothing is left. */
async function pumpDeliveries(
  subscribers: readonly Subscriber[],
  failed: WorkerReport["failed"] = throwOn,
): Promise<void> {
  const jobs = [...subscriberJobs(subscribers), { kind: "notes/look-again", run: async () => {} }];
  while ((await runDueJobs(opened.application, jobs, { failed, idle: () => {} })) > 0);
}

function keep(id: number) {
  return opened.application.execute(keepNote, { chain: "town", id }, byPerson("ana"));
}

test("a subscriber hears of the events it named, as they were committed and in the order of their chain", async () => {
  const notes = listener("notes", ["note-kept"]);
  const ends = listener("ends", ["notes-begun", "notes-ended"]);
  await openWith(notes.subscriber, ends.subscriber);
  const both = [
    { chain: "town", id: 1 },
    { chain: "town", id: 2 },
  ];
  await opened.application.execute(keepNotes, { chain: "town", notes: both }, byPerson("ana"));
  for (let id = 3; id <= 12; id++) await keep(id);
  opened.clock.pass({ minutes: 1 });
  await pumpDeliveries([notes.subscriber, ends.subscriber]);

  expect(notes.heard).toEqual(opened.events.filter((event) => event.name === "note-kept"));
  expect(ends.heard.map((event) => event.id)).toEqual(["town/1", "town/4"]);
});

test("whoever joins while the program runs hears of what happens from then on", async () => {
  const [first, late] = [listener("first", ["note-kept"]), listener("late", ["note-kept"])];
  const joined = [first.subscriber];
  opened = await openTestApplication({ schema: notesSchema, subscribers: joined });
  await keep(1);
  joined.push(late.subscriber);
  await keep(2);
  opened.clock.pass({ minutes: 1 });
  await pumpDeliveries(joined);

  expect(first.heard.map((event) => event.id)).toEqual(["town/1", "town/2"]);
  expect(late.heard.map((event) => event.id)).toEqual(["town/2"]);
});

test("a subscriber that stumbles hears of the event again, and those beside it are not held up", async () => {
  let stumbles = 1;
  const clumsy = listener("clumsy", ["note-kept"], () => {
    if (stumbles-- > 0) throw new Error("stumbled");
  });
  const steady = listener("steady", ["note-kept"]);
  await openWith(clumsy.subscriber, steady.subscriber);
  await keep(1);
  const failed: string[] = [];
  await pumpDeliveries([clumsy.subscriber, steady.subscriber], (_job, cause) => void failed.push(String(cause)));
  expect([clumsy.heard.length, steady.heard.length, failed]).toEqual([0, 1, ["Error: stumbled"]]);

  opened.clock.pass({ seconds: 10 });
  await pumpDeliveries([clumsy.subscriber, steady.subscriber]);
  expect([clumsy.heard.length, steady.heard.length]).toEqual([1, 1]);
});

test("of what was undone nobody hears", async () => {
  const notes = listener("notes", ["note-kept"]);
  await openWith(notes.subscriber);
  await opened.application.execute(keepNote, { chain: "town", id: 1, text: "refused" }, byPerson("ana"));
  await opened.application.execute(keepNextNote, { chain: "town" }, byPerson("ana"));
  await pumpDeliveries([notes.subscriber]);

  expect(notes.heard.map((event) => event.command)).toEqual(["notes/keep-next-note"]);
});

test("of what was erased for privacy meanwhile nobody hears", async () => {
  const notes = listener("notes", ["note-kept"]);
  await openWith(notes.subscriber);
  await keep(1);
  await keep(2);
  await opened.application.database.write(async (transaction) => {
    await logTables(transaction).deleteFrom("log_payloads").where("sequence", "=", 1).execute();
  });
  await pumpDeliveries([notes.subscriber]);

  expect(notes.heard.map((event) => event.id)).toEqual(["town/2"]);
});
