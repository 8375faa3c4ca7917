/** What stands above the two proofs: a delegate who was decided on (level 3), documents (level 4), and places that vouch (level 5). */
export const stepKinds = ["delegate", "documents", "peers"] as const;
export type StepKind = (typeof stepKinds)[number];

/** The level that a step gives. */
export const levelOfStep = { delegate: 3, documents: 4, peers: 5 } as const satisfies Record<StepKind, number>;

/** Of how many each step is made at least. */
const neededFor = { delegate: 1, documents: 1, peers: 2 } as const satisfies Record<StepKind, number>;

/** Why something that a place showed no longer counts when it is looked at. */
export const evidenceFaults = ["gone", "unreadable", "unreachable", "not-in-force"] as const;
export type EvidenceFault = (typeof evidenceFaults)[number];

/**
 * Why a step is no longer good, besides what a look at its evidence says: nobody has spoken for the place since its account was lost or asked anew
 * (`no-account`); the term is over; a vouch is older than a year; too few vouch.
 */
export type StepFault = EvidenceFault | "no-account" | "term-over" | "expired" | "too-few";

/** A step of a place. One that never stood is not there. */
export interface Step {
  readonly kind: StepKind;
  readonly state: "proved" | "stale";
  readonly since: Temporal.Instant;
  readonly checkedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly fault: StepFault | undefined;
}

/** One piece that a step may rest on: how it stands now, and until when. */
export interface Piece {
  readonly fault: StepFault | undefined;
  readonly checkedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

/**
 * The step that these pieces give. It stands while enough of them do, and until so many fewer are left; what stood before and does so no longer is stale;
 * what the place took back entirely is no step. Two vouches stand until the one that ends first, three until the second.
 */
export function stepFrom(
  kind: StepKind,
  pieces: readonly Piece[],
  before: Step | undefined,
  now: Temporal.Instant,
): Step | undefined {
  const needed = neededFor[kind];
  const standing = pieces.filter(({ fault }) => fault === undefined).toSorted(lastingLongestFirst);
  const least = standing[needed - 1];
  if (least !== undefined) {
    const checkedAt =
      standing
        .map((piece) => piece.checkedAt)
        .toSorted(Temporal.Instant.compare)
        .at(-1) ?? now;
    const since = before?.state === "proved" ? before.since : now;
    return { kind, state: "proved", since, checkedAt, expiresAt: least.expiresAt, fault: undefined };
  }
  if (before === undefined || pieces.length === 0) return undefined;
  const fault = pieces.find((piece) => piece.fault !== undefined)?.fault ?? "too-few";
  return { ...before, state: "stale", since: before.state === "stale" ? before.since : now, fault };
}

function lastingLongestFirst(one: Piece, other: Piece): number {
  return Temporal.Instant.compare(other.expiresAt, one.expiresAt);
}

/** Whether two steps say the same of a place. */
export function isSameStep(one: Step | undefined, other: Step | undefined): boolean {
  return one?.state === other?.state && one?.fault === other?.fault;
}
