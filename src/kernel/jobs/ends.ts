import type { DatabaseHandle, Write } from "../database/database.ts";
import { untilWritten } from "../database/until-written.ts";
import { finishJob, type LeasedJob } from "./leases.ts";

/** So many ends share one transaction at most; on the embedded engine nobody else writes meanwhile. */
const TOGETHER = 50;

/** The end of a job that was done, with what it gave back to be written. */
interface End {
  readonly job: LeasedJob;
  readonly write: Write | undefined;
  readonly done: () => void;
  readonly failed: (cause: unknown) => void;
}

/** Writes down that a job is done, with what it gave back, and settles when that is durable. A throw means that none of it was kept. */
export type EndJob = (job: LeasedJob, write: Write | undefined) => Promise<void>;

/**
 * Ends jobs in the order in which they were done. Those that come while others are being written share the next transaction; when it
 * fails for one of them, each is written by itself.
 */
export function createEndJob(handle: DatabaseHandle, signal: AbortSignal | undefined): EndJob {
  const waiting: End[] = [];
  let writing: Promise<void> | undefined;

  const writeAlone = async (end: End) => {
    try {
      await untilWritten(() => handle.write((transaction) => writeEnd(transaction, end)), signal);
      end.done();
    } catch (cause) {
      end.failed(cause);
    }
  };

  const writeAll = async () => {
    while (waiting.length > 0) {
      const together = waiting.splice(0, TOGETHER);
      try {
        await handle.write(async (transaction) => {
          for (const end of together) await writeEnd(transaction, end);
        });
        for (const { done } of together) done();
      } catch {
        for (const end of together) await writeAlone(end);
      }
    }
    writing = undefined;
  };

  return (job, write) =>
    new Promise<void>((done, failed) => {
      waiting.push({ job, write, done, failed });
      writing ??= writeAll();
    });
}

async function writeEnd(transaction: Parameters<Write>[0], { job, write }: End): Promise<void> {
  await write?.(transaction);
  await finishJob(transaction, job);
}
