import { setTimeout as pause } from "node:timers/promises";
import { StorageFailure } from "./database.ts";

const AGAIN_MS = 500;

/**
 * Writes what must be written once the engine can, such as what became of work in hand: tries again while it is full or away.
 *
 * @param signal ends the trying; without one it is tried once
 * @throws StorageFailure of the last try; anything else at once
 */
export async function untilWritten<Value>(
  write: () => Promise<Value>,
  signal: AbortSignal | undefined,
): Promise<Value> {
  for (;;) {
    try {
      return await write();
    } catch (cause) {
      if (!(cause instanceof StorageFailure) || signal === undefined || signal.aborted) throw cause;
      await pause(AGAIN_MS, undefined, { signal }).catch(() => {});
    }
  }
}
