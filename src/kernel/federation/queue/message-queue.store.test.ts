import { testMessageQueue } from "@fedify/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openTestApplication, type TestApplication } from "../../../../testing/test-application.ts";
import { StorageFailure } from "../../database/database.ts";
import { freeAbandoned } from "../../jobs/abandoned.ts";
import type { Json } from "../../base/canonical-json.ts";
import { createMessageQueue, QueueFull, type DurableQueue } from "./message-queue.ts";
import { queueSchema, queueTables } from "./queue.tables.ts";

let world: TestApplication;

beforeAll(async () => {
  world = await openTestApplication({ schema: queueSchema });
});

beforeEach(async () => {
  await world.application.database.write(async (transaction) => {
    await queueTables(transaction).deleteFrom("queue_messages").execute();
  });
});

afterAll(() => world.close());

test("the queue does what Fedify asks of queues, for two processes", { timeout: 60_000 }, async () => {
  const started = performance.timeOrigin;
  const realClock = () => Temporal.Instant.fromEpochMilliseconds(Math.floor(started + performance.now()));
  const application = { ...world.application, clock: realClock };
  await testMessageQueue(
    () => createMessageQueue(application, { name: "of-fedify" }),
    ({ controller }) => controller.abort(),
    { testOrderingKey: true },
  );
  expect(await createMessageQueue(application, { name: "of-fedify" }).getDepth()).toEqual({
    queued: 0,
    ready: 0,
    delayed: 0,
  });
});

test("what a process died with in hand is handled by another when the lease ends", async () => {
  await queue().enqueue("vote");
  // It claims the message and is never heard of again.
  void queue().pump(() => new Promise(() => {}));
  await settled();
  const another = queue();
  expect(await handledBy(another)).toEqual([]);
  world.clock.pass({ minutes: 2 });
  expect(await handledBy(another)).toEqual(["vote"]);
  expect(await handledBy(another)).toEqual([]);
});

test("what a process died with in hand is handled at once by another that knows it", async () => {
  await queue().enqueue("vote");
  const former = { ...world.application, database: { ...world.application.database, holder: "former" } };
  void createMessageQueue(former, { name: "received" }).pump(() => new Promise(() => {}));
  await settled();
  await freeAbandoned(world.application.database, ["queue_messages"], world.clock.now());
  expect(await rows()).toMatchObject([{ attempts: 0, abandoned: 1 }]);
  expect(await handledBy(queue())).toEqual(["vote"]);
});

test("what comes to nothing since the engine is away is not counted as failed, and comes again soon", async () => {
  await queue().enqueue("vote");
  await queue().pump(() => Promise.reject(new StorageFailure("away", undefined)));
  expect(await rows()).toMatchObject([{ attempts: 0, holder: null, last_error: null }]);
  expect(await handledBy(queue())).toEqual([]);
  world.clock.pass({ seconds: 2 });
  expect(await handledBy(queue())).toEqual(["vote"]);
});

test("whoever wakes up after the lease cannot remove what another has in hand now", async () => {
  await queue().enqueue("vote");
  const asleep = heldInHand();
  const sleeper = queue().pump(asleep.handle);
  await asleep.begun;
  world.clock.pass({ minutes: 2 });
  const awake = heldInHand();
  const second = queue().pump(awake.handle);
  await awake.begun;
  asleep.letGo();
  await sleeper;
  expect(await rows()).toHaveLength(1);
  awake.letGo();
  await second;
  expect(await rows()).toHaveLength(0);
});

/** A handler that takes a message in hand and keeps it until it is told to let go. */
function heldInHand() {
  const begun = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const handle = () => {
    begun.resolve();
    return ended.promise;
  };
  return { begun: begun.promise, letGo: ended.resolve, handle };
}

test("messages of one actor are handled as they came, those of others do not wait for them", async () => {
  const one = queue();
  await one.enqueue("follow", { orderingKey: "ana" });
  await one.enqueue("undo", { orderingKey: "ana" });
  await one.enqueue("vote", { orderingKey: "ben" });
  expect(await handledBy(one)).toEqual(["follow", "vote"]);
  expect(await handledBy(one)).toEqual(["undo"]);
});

test("what fails comes again later, and at last is given up, kept to be seen, and holds nobody up", async () => {
  const one = queue();
  await one.enqueue("broken", { orderingKey: "ana" });
  await one.enqueue("whole", { orderingKey: "ana" });
  const failing = () => Promise.reject(new Error("no"));
  for (let attempt = 1; attempt <= 12; attempt++) {
    expect(await one.pump(failing)).toBe(1);
    expect(await one.pump(failing)).toBe(attempt < 12 ? 0 : 1);
    world.clock.pass({ hours: 7 });
  }
  expect(
    (await rows()).map(({ message, last_error, given_up_at }) => [message, last_error, given_up_at !== null]),
  ).toEqual([
    ['"broken"', "no", true],
    ['"whole"', "no", false],
  ]);
  expect(await handledBy(one)).toEqual(["whole"]);
  expect(await one.getDepth()).toEqual({ queued: 0, ready: 0, delayed: 0 });
});

test("the same message told twice waits once", async () => {
  const one = queue();
  await one.enqueue("vote", { key: "https://social.example/votes/1" });
  await one.enqueue("vote", { key: "https://social.example/votes/1" });
  expect(await handledBy(one)).toEqual(["vote"]);
  expect(await handledBy(one)).toEqual([]);
});

test("a host that floods fills its own quota and nobody else's, and a hundred thousand hosts fill no more than all", async () => {
  const one = queue({ perHost: 3, all: 5 });
  const put = (host: string) => one.enqueue("vote", { host });
  for (let count = 0; count < 3; count++) await put("flood.example");
  await expect(put("flood.example")).rejects.toThrow(QueueFull);
  await put("calm.example");
  await put("quiet.example");
  await expect(put("late.example")).rejects.toThrow("no room for more of anybody");
  expect(await rows()).toHaveLength(5);
});

test("a listener handles what another process puts in, and ends with the work in hand done", async () => {
  const controller = new AbortController();
  const seen: Json[] = [];
  const listening = queue().listen(async (message) => void seen.push(message), { signal: controller.signal });
  await queue().enqueueMany(["one", "two", "three"]);
  await expect.poll(() => seen.length).toBe(3);
  controller.abort();
  await listening;
  expect(new Set(seen)).toEqual(new Set(["one", "two", "three"]));
});

test("no message is handled twice by many processes at once", async () => {
  await queue().enqueueMany(Array.from({ length: 60 }, (_, count) => `vote ${count}`));
  const processes = Array.from({ length: 4 }, () => queue());
  const handled: Json[] = [];
  for (let turn = 0; turn < 4; turn++) {
    await Promise.all(processes.map((one) => one.pump(async (message) => void handled.push(message))));
  }
  expect(handled).toHaveLength(60);
  expect(new Set(handled).size).toBe(60);
});

function queue(quota?: { readonly perHost: number; readonly all: number }): DurableQueue {
  return createMessageQueue(world.application, { name: "received", ...(quota === undefined ? {} : { quota }) });
}

async function handledBy(one: DurableQueue): Promise<readonly Json[]> {
  const handled: Json[] = [];
  await one.pump(async (message) => void handled.push(message));
  return handled;
}

function rows() {
  return queueTables(world.application.read).selectFrom("queue_messages").selectAll().orderBy("id").execute();
}

/** Lets everything that was begun go as far as it can without the clock. */
async function settled(): Promise<void> {
  await expect.poll(async () => (await rows()).every(({ leased_until }) => leased_until !== null)).toBe(true);
}
