import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApplication, pumpJobs, type TestApplication } from "../../../testing/test-application.ts";
import { waitFor } from "../../../testing/wait-for.ts";
import { StorageFailure } from "../database/database.ts";
import type { DueJob, JobDefinition } from "./job.ts";
import { jobTables } from "./jobs.tables.ts";
import { leaseDueJobs, mostAttempts } from "./leases.ts";
import { schedule } from "./schedule.ts";
import { runDueJobs, startWorker } from "./worker.ts";

let opened: TestApplication;
let done: string[];
let failures: string[];

beforeEach(async () => {
  opened = await openTestApplication({ schema: [] });
  done = [];
  failures = [];
});

afterEach(() => opened.close());

const report = {
  failed: (job: DueJob, cause: unknown) => void failures.push(`${job.key}: ${String(cause)}`),
  idle: (cause: unknown) => void failures.push(`idle: ${String(cause)}`),
};

/** Jobs of the kind `notes/<name>`. */
function jobs(name: string, run: JobDefinition["run"], lane?: (job: DueJob) => string): JobDefinition {
  return { kind: `notes/${name}`, run, ...(lane === undefined ? {} : { lane }) };
}

const remember = jobs("remember", async (_application, job) => void done.push(job.key));

function plan(kind: string, ...keys: readonly string[]): Promise<void> {
  const due = opened.application.clock();
  return opened.application.database.write((transaction) =>
    schedule(
      transaction,
      keys.map((key) => ({ kind: `notes/${kind}`, key, due, payload: {} })),
    ),
  );
}

function run(...definitions: readonly JobDefinition[]): Promise<number> {
  return runDueJobs(opened.application, definitions, report);
}

function standing() {
  return jobTables(opened.application.read).selectFrom("jobs").selectAll().orderBy("key").execute();
}

test("what is due is done in order and gone afterwards", async () => {
  await plan("remember", "b", "a", "c");

  expect(await run(remember)).toBe(3);
  expect(done).toEqual(["a", "b", "c"]);
  expect(await standing()).toEqual([]);
  expect(await run(remember)).toBe(0);
});

test("a job that throws is told, waits, and is tried again later; the others go on", async () => {
  await plan("remember", "a", "c");
  await plan("fail", "b");
  const fail = jobs("fail", async (_application, job) => {
    if (job.attempt === 1) throw new Error("not yet");
    done.push(job.key);
  });
  await run(remember, fail);
  expect(done).toEqual(["a", "c"]);
  expect(failures).toEqual(["b: Error: not yet"]);
  expect(await standing()).toMatchObject([{ key: "b", last_error: "not yet" }]);

  opened.clock.pass({ seconds: 10 });
  await run(remember, fail);
  expect(done).toEqual(["a", "c", "b"]);
});

test("a job that nobody knows how to do waits for a version that does", async () => {
  await plan("of-the-future", "a");
  await run(remember);

  expect(failures).toEqual(["a: Error: nobody does jobs of the kind notes/of-the-future"]);
  expect(await standing()).toHaveLength(1);
});

test("a job may put itself off without being counted as failed", async () => {
  await plan("remember", "a");
  const tomorrow = opened.application.clock().add({ hours: 24 });
  const later = jobs("remember", (application, job) =>
    application.database.write((transaction) => schedule(transaction, [{ ...job, due: tomorrow }])),
  );
  await run(later);

  expect(await standing()).toMatchObject([{ key: "a", attempts: 0, due_at: 1_801_562_400_000_000 }]);
});

test("jobs of one lane keep their order while a slow one of another lane holds nobody up", async () => {
  await plan("send", "ana 1", "ben 1", "ana 2", "ben 2");
  let letAnaGo: () => void = () => {};
  const ana = new Promise<void>((resolve) => {
    letAnaGo = resolve;
  });
  const laneOf = (job: DueJob) => job.key.split(" ")[0] ?? "";
  const send = jobs(
    "send",
    async (_application, job) => {
      if (job.key === "ana 1") await ana;
      done.push(job.key);
      if (job.key === "ben 2") letAnaGo();
    },
    laneOf,
  );
  await run(send);

  expect(done).toEqual(["ben 1", "ben 2", "ana 1", "ana 2"]);
});

test("a job whose turn comes when its lease is almost over is left for the next time", async () => {
  await plan("remember", "a", "b");
  const slow = jobs("remember", async (_application, job) => {
    done.push(job.key);
    opened.clock.pass({ seconds: 90 });
  });
  await run(slow);
  expect(done).toEqual(["a"]);

  opened.clock.pass({ seconds: 30 });
  await run(remember);
  expect(done).toEqual(["a", "b"]);
});

test("a job that ends its worker each time is given up like any other", async () => {
  await plan("remember", "a");
  // Twelve workers take it in hand and are gone.
  for (let times = 0; times < mostAttempts; times++) {
    await leaseDueJobs(opened.application.database, opened.clock.now(), 1);
    opened.clock.pass({ minutes: 2 });
  }
  await run(remember);

  expect(done).toEqual([]);
  expect(await standing()).toMatchObject([
    { key: "a", last_error: "every worker that began this job ended before it did" },
  ]);
  opened.clock.pass({ hours: 24 });
  expect(await run(remember)).toBe(0);
});

test("a running worker is woken, does what is due, and stops once the job in hand is done", async () => {
  let begun: () => void = () => {};
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const careful = jobs("remember", async (application, job) => {
    begun();
    await application.read.selectNoFrom((is) => is.lit(1).as("one")).execute();
    done.push(job.key);
  });
  const worker = startWorker(opened.application, [careful], report);
  await plan("remember", "a");
  worker.wake();
  await hasBegun;
  await worker.stop();

  expect(done).toEqual(["a"]);
  expect(await standing()).toEqual([]);
  await plan("remember", "b");
  worker.wake();
  expect(await standing()).toHaveLength(1);
});

test("a lane that takes long holds up no job that comes later", async () => {
  let letAnaGo: () => void = () => {};
  const ana = new Promise<void>((resolve) => {
    letAnaGo = resolve;
  });
  const send = jobs(
    "send",
    async (_application, job) => {
      if (job.key === "ana") await ana;
      done.push(job.key);
    },
    (job) => job.key,
  );
  const worker = startWorker(opened.application, [send], report);
  await plan("send", "ana");
  worker.wake();
  await waitFor("ana is in hand", async () => (await standing())[0]?.holder !== null);
  await plan("send", "ben");
  worker.wake();
  await waitFor("ben is done", () => done.includes("ben"));
  letAnaGo();
  await worker.stop();

  expect(done).toEqual(["ben", "ana"]);
  expect(await standing()).toEqual([]);
});

describe("what a job gives back", () => {
  test("is written together with its end, in the order in which jobs of one lane were done", async () => {
    await plan("tell", "a", "b", "c");
    const tell = jobs("tell", async (_application, job) => async (transaction) => {
      done.push(job.key);
      await schedule(transaction, [{ ...job, kind: "notes/told", due: job.due.add({ hours: 1 }) }]);
    });
    let writes = 0;
    const counting = { ...opened.application.database };
    counting.write = (work) => {
      writes += 1;
      return opened.application.database.write(work);
    };
    await runDueJobs({ ...opened.application, database: counting }, [{ ...tell, overlaps: true }], report);

    expect(done).toEqual(["a", "b", "c"]);
    expect(await standing()).toMatchObject(["a", "b", "c"].map((key) => ({ key, kind: "notes/told" })));
    // One to take them in hand, one for the first that is done, one for those that were done meanwhile.
    expect(writes).toBeLessThanOrEqual(3);
  });

  test("leaves no trace when it fails, and the jobs beside it go on", async () => {
    await plan("tell", "a", "b", "c");
    const tell = jobs("tell", async (_application, job) => async (transaction) => {
      await schedule(transaction, [{ ...job, kind: "notes/told", due: job.due.add({ hours: 1 }) }]);
      if (job.key === "b") throw new Error("no");
    });
    await run({ ...tell, overlaps: true });

    expect(failures).toEqual(["b: Error: no"]);
    expect(await standing()).toMatchObject([
      { key: "a", kind: "notes/told" },
      { key: "b", kind: "notes/tell", attempts: 1, last_error: "no" },
      { key: "c", kind: "notes/told" },
    ]);
  });

  test("is written once the engine can again", async () => {
    await plan("tell", "a");
    let failuresLeft = 4;
    const failing = { ...opened.application.database };
    failing.write = (work) => {
      if (done.length === 0 || failuresLeft === 0) return opened.application.database.write(work);
      failuresLeft -= 1;
      return Promise.reject(new StorageFailure("away", undefined));
    };
    const tell = jobs("tell", async (_application, job) => {
      done.push(job.key);
      return async () => {};
    });
    const worker = startWorker({ ...opened.application, database: failing }, [tell], report);
    await waitFor("it is written", async () => (await standing()).length === 0);
    await worker.stop();

    expect(done).toEqual(["a"]);
    expect(failures.filter((failure) => failure.startsWith("a:"))).toEqual([]);
  });
});

test("a job that came to nothing since the engine was away is not counted as failed, and is tried again soon", async () => {
  await plan("remember", "a");
  const away = jobs("remember", async () => {
    throw new StorageFailure("away", undefined);
  });
  await run(away);
  expect(await standing()).toMatchObject([{ key: "a", attempts: 0, holder: null, last_error: null }]);

  opened.clock.pass({ seconds: 2 });
  await run(remember);
  expect(done).toEqual(["a"]);
});

test("the pump of tests does what jobs plan, too", async () => {
  await plan("first", "a");
  const first = jobs("first", async (_application, job) => plan("remember", `${job.key} after`));
  await pumpJobs(opened.application, [first, remember]);

  expect(done).toEqual(["a after"]);
});
