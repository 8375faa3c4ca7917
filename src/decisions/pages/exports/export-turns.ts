import type { Clock } from "../../../kernel/base/time.ts";
import type { StreamWatch } from "./text-stream.ts";

/** Who reads an export now. */
export interface ExportTurns {
  /** Whether as many are read as there may be. */
  isFull(): boolean;
  /** A turn that begins when its export is read and ends with it. */
  turn(): StreamWatch;
}

/** So many exports at once; whoever reads one for longer than `longestMinutes` no longer keeps others waiting. */
export function exportTurns(
  clock: Clock,
  most: { readonly atOnce: number; readonly longestMinutes: number },
): ExportTurns {
  const begun = new Map<symbol, Temporal.Instant>();
  const isRecent = (since: Temporal.Instant) => since.until(clock()).total("minutes") < most.longestMinutes;
  return {
    isFull: () => [...begun.values()].filter(isRecent).length >= most.atOnce,
    turn() {
      const key = Symbol("export");
      return { begins: () => void begun.set(key, clock()), ends: () => void begun.delete(key) };
    },
  };
}
