import type { Session } from "../session.ts";
import { endOf, startOf } from "../session.ts";

/** When one block of an agenda ran in one session. */
export interface BlockRun {
  readonly sessionId: string;
  readonly blockId: string;
  readonly begunAt: Temporal.Instant;
  /** Undefined while it goes on, and where nobody marked its end. */
  readonly endedAt: Temporal.Instant | undefined;
}

/** What somebody marks on a block, and what takes a mark back. */
export const marks = ["begun", "ended", "not-begun", "not-ended"] as const;
export type Mark = (typeof marks)[number];

/** So long before a session and after its end its blocks are marked: people begin early, and go on. */
export const markedAround = { beforeMinutes: 30, afterMinutes: 180 } as const;

/** The session that runs at an instant, as far as marks go; of two, the one that begins later. */
export function runningSession<Held extends Session>(
  sessions: readonly Held[],
  now: Temporal.Instant,
): Held | undefined {
  const { beforeMinutes, afterMinutes } = markedAround;
  return sessions.findLast(
    ({ time }) =>
      Temporal.Instant.compare(startOf(time).subtract({ minutes: beforeMinutes }), now) <= 0 &&
      Temporal.Instant.compare(now, endOf(time).add({ minutes: afterMinutes })) < 0,
  );
}

/** What a mark changes: the runs to write, and the block whose run is dropped. */
export interface Marked {
  readonly kept: readonly BlockRun[];
  readonly dropped: string | undefined;
}

/**
 * What becomes of the runs of one session when a block is marked at an instant. A block that begins ends the one that goes on, since people
 * turn from one to the next; a mark that stands already changes nothing. Undefined for an end without a beginning.
 */
export function markedRuns(
  runs: readonly BlockRun[],
  block: Pick<BlockRun, "sessionId" | "blockId">,
  mark: Mark,
  now: Temporal.Instant,
): Marked | undefined {
  const own = runs.find(({ blockId }) => blockId === block.blockId);
  const nothing = { kept: [], dropped: undefined };
  switch (mark) {
    case "begun": {
      if (own !== undefined) return nothing;
      const ended = runs.filter(({ endedAt }) => endedAt === undefined).map((run) => ({ ...run, endedAt: now }));
      return { kept: [...ended, { ...block, begunAt: now, endedAt: undefined }], dropped: undefined };
    }
    case "ended":
      if (own === undefined) return undefined;
      return own.endedAt === undefined ? { kept: [{ ...own, endedAt: now }], dropped: undefined } : nothing;
    case "not-begun":
      return { kept: [], dropped: own?.blockId };
    case "not-ended":
      return own?.endedAt === undefined ? nothing : { kept: [{ ...own, endedAt: undefined }], dropped: undefined };
  }
}
