import { expect, test } from "vitest";
import { StorageFailure } from "./database.ts";
import { untilWritten } from "./until-written.ts";

/** Fails with these causes, one after the other, and then writes. */
function failing(...causes: readonly Error[]) {
  let times = 0;
  const write = async () => {
    const cause = causes[times];
    times += 1;
    if (cause !== undefined) throw cause;
    return "written";
  };
  return { write, times: () => times };
}

const away = new StorageFailure("away", undefined);
const full = new StorageFailure("full", undefined);

test("what must be written is tried again while the engine is away or full", async () => {
  const { write, times } = failing(away, full);
  await expect(untilWritten(write, new AbortController().signal)).resolves.toBe("written");
  expect(times()).toBe(3);
});

test("nothing else is tried again", async () => {
  const { write, times } = failing(new Error("a bug"));
  await expect(untilWritten(write, new AbortController().signal)).rejects.toThrow("a bug");
  expect(times()).toBe(1);
});

test("it is tried once without a signal, and no longer than until the signal", async () => {
  const once = failing(away);
  await expect(untilWritten(once.write, undefined)).rejects.toBe(away);
  expect(once.times()).toBe(1);

  const stopping = new AbortController();
  const stopped = failing(away, away, away);
  const trying = untilWritten(stopped.write, stopping.signal);
  stopping.abort();
  await expect(trying).rejects.toBe(away);
  expect(stopped.times()).toBeLessThanOrEqual(2);
});
