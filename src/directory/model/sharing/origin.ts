import type { Id } from "../../../kernel/base/ids.ts";

/** The id of a following; followed again, a directory has another. */
export type OriginId = Id<"origin">;

/**
 * How it stands: `asked`, and not answered yet; `followed`; `declined` by the other side; `unfollowed` by an operator; `dropped` by the program
 * itself.
 */
export const originStates = ["asked", "followed", "declined", "unfollowed", "dropped"] as const;
export type OriginState = (typeof originStates)[number];

/** In these states nothing that is heard is kept. */
export const endedStates = ["unfollowed", "dropped"] as const satisfies readonly OriginState[];

/** Why the program unfollows by itself: what came was wrong again and again, or the server is blocked here. */
export type DroppedBecause = "faulty" | "blocked";

/**
 * What is wrong with what came: it is no list of changes; it tells of another server's entries; its numbers do not grow; it is of the future;
 * some claims cannot be read; or it is more than is taken.
 */
export const faults = [
  "not-changes",
  "of-another",
  "disordered",
  "of-the-future",
  "unreadable-claims",
  "too-much",
  "too-many-entries",
] as const;
export type Fault = (typeof faults)[number];

/** Why nothing could be read; that may be better later. */
export type Unread = "away" | "no-feed";

/** Another directory that is followed, or was. */
export interface Origin {
  readonly id: OriginId;
  readonly host: string;
  readonly actorUri: string;
  /** The page of the directory; its changes are beside it. */
  readonly page: string;
  readonly followId: string;
  readonly state: OriginState;
  readonly askedAt: Temporal.Instant;
  readonly answeredAt: Temporal.Instant | undefined;
  readonly endedAt: Temporal.Instant | undefined;
  readonly endedBecause: DroppedBecause | undefined;
  /** The number of the last of its changes that was taken. */
  readonly upTo: number;
  /** Whether there is more that was not read yet. */
  readonly isBehind: boolean;
  readonly heardAt: Temporal.Instant | undefined;
  readonly failedAt: Temporal.Instant | undefined;
  readonly failure: Fault | Unread | undefined;
  readonly faults: number;
  /** When the first of these faults was. */
  readonly faultAt: Temporal.Instant | undefined;
  readonly day: DayCount;
  /** Of how many places it says something that stands here, and how much. */
  readonly entries: number;
  readonly claims: number;
}

/** What came since `at`, counted for a day. */
export interface DayCount {
  readonly at: Temporal.Instant;
  readonly changes: number;
  readonly octets: number;
}

/** What of one directory is taken: changes and octets in a day, places in all; and so many faults within a week end it. */
export const originBounds = {
  changesADay: 50_000,
  octetsADay: 64_000_000,
  entries: 20_000,
  faults: 5,
  faultsWithin: Temporal.Duration.from({ hours: 7 * 24 }),
  followed: 50,
} as const;

const day = Temporal.Duration.from({ hours: 24 });

/** The count with what came just now; after a day it begins anew. */
export function counted(count: DayCount, now: Temporal.Instant, more: { changes: number; octets: number }): DayCount {
  const isOver = Temporal.Instant.compare(count.at.add(day), now) <= 0;
  const { at, changes, octets } = isOver ? { at: now, changes: 0, octets: 0 } : count;
  return { at, changes: changes + more.changes, octets: octets + more.octets };
}

/** Whether it is more than is taken in a day. */
export function isTooMuch({ changes, octets }: DayCount): boolean {
  return changes > originBounds.changesADay || octets > originBounds.octetsADay;
}

/** Faults that may be those of an honest directory that knows more words than this one, or more places: they count once a day. */
const mildFaults: ReadonlySet<Fault> = new Set<Fault>(["unreadable-claims", "too-many-entries"]);

/** The faults of a week with this one, and when that week began; those of a week before are forgiven. */
export function faultsWith(
  origin: Pick<Origin, "faults" | "faultAt" | "failure" | "failedAt">,
  fault: Fault,
  now: Temporal.Instant,
): { readonly faults: number; readonly since: Temporal.Instant } {
  const { faults, faultAt: since, failure, failedAt } = origin;
  const isWithin = (at: Temporal.Instant | undefined, duration: Temporal.Duration) =>
    at !== undefined && Temporal.Instant.compare(at.add(duration), now) > 0;
  if (since === undefined || !isWithin(since, originBounds.faultsWithin)) return { faults: 1, since: now };
  const isCounted = mildFaults.has(fault) && failure === fault && isWithin(failedAt, day);
  return { faults: isCounted ? faults : faults + 1, since };
}

/** Whether a following goes on, or is asked for. */
export function isOngoing({ state }: Pick<Origin, "state">): boolean {
  return !endedStates.some((ended) => ended === state);
}
