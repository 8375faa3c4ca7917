import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApplication, type TestApplication } from "../../../testing/test-application.ts";
import type { JobDefinition } from "./job.ts";
import { schedule } from "./schedule.ts";
import { runDueJobs } from "./worker.ts";

let opened: TestApplication;
let closed: string[];

beforeEach(async () => {
  opened = await openTestApplication({ schema: [] });
  closed = [];
});

afterEach(() => opened.close());

const close: JobDefinition = {
  kind: "notes/close",
  run: async (_application, job) => void closed.push(`${job.key} at ${job.due.toString()}`),
};
const noFailure = {
  failed: (_job: unknown, cause: unknown) => {
    throw cause;
  },
  idle: () => {},
};

function plan(key: string, due: Temporal.Instant): Promise<void> {
  return opened.application.database.write((transaction) =>
    schedule(transaction, [{ kind: "notes/close", key, due, payload: {} }]),
  );
}

async function workThrough(): Promise<void> {
  while ((await runDueJobs(opened.application, [close], noFailure)) > 0);
}

describe.each([1, 24])("when the clock jumps by %i h", (hours) => {
  test("ahead, what fell into the gap is done once, in its order and for its own instant", async () => {
    const start = opened.clock.now();
    const instants = [0.9, 0.1, 0.5].map((part) => start.add({ minutes: Math.round(part * hours * 60) }));
    for (const [place, due] of instants.entries()) await plan(`poll-${place}`, due);
    opened.clock.set(start.add({ hours }));
    await workThrough();
    opened.clock.pass({ hours });
    await workThrough();

    const inOrder = [1, 2, 0].map((place) => `poll-${place} at ${instants[place]?.toString()}`);
    expect(closed).toEqual(inOrder);
  });

  test("back, what is done is not done again, and what is still to come waits for its instant", async () => {
    const start = opened.clock.now();
    await plan("past", start);
    await plan("future", start.add({ minutes: 30 }));
    await workThrough();
    opened.clock.set(start.subtract({ hours }));
    await workThrough();
    opened.clock.set(start.add({ minutes: 29 }));
    await workThrough();
    expect(closed).toEqual([`past at ${start.toString()}`]);

    opened.clock.pass({ minutes: 1 });
    await workThrough();
    expect(closed).toEqual([`past at ${start.toString()}`, `future at ${start.add({ minutes: 30 }).toString()}`]);
  });
});
