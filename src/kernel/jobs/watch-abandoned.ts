import { setTimeout as pause } from "node:timers/promises";
import type { Application } from "../application.ts";
import { freeAbandoned } from "./abandoned.ts";

const LOOK_MS = 5_000;

/** What is to be watched, and who is told when it cannot be. */
export interface AbandonedWatch {
  /** The tables whose rows are taken in hand by one process at a time. */
  readonly tables: readonly string[];
  readonly signal: AbortSignal;
  readonly failed: (cause: unknown) => void;
  /** Told when there may be something to take up. */
  readonly freed: () => void;
}

/** Frees what those left in hand who are gone now; in doubt, when it fails, their leases end by themselves. */
export async function freeAtStart(application: Application, { tables, failed }: AbandonedWatch): Promise<void> {
  await freeAbandoned(application.database, tables, application.clock()).catch(failed);
}

/**
 * Frees what others leave in hand from now on, until the signal. A process that loses its connection cannot be seen until it has
 * another: so only who is missed in two looks on end is taken for dead.
 */
export async function watchAbandoned(application: Application, watch: AbandonedWatch): Promise<void> {
  const { tables, signal, failed, freed } = watch;
  let missed: ReadonlySet<string> = new Set();
  while (!signal.aborted) {
    await pause(LOOK_MS, undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
    try {
      const before = missed;
      const isSuspect = (holder: string) => before.has(holder);
      missed = new Set(await freeAbandoned(application.database, tables, application.clock(), isSuspect));
      if ([...missed].some(isSuspect)) freed();
    } catch (cause) {
      failed(cause);
    }
  }
}
