import { nextLookAt, restsOn, type Evidence, type Footing } from "./evidence.ts";
import type { Piece } from "./step.ts";

/** Most delegates that a place names at a time, and most characters of what one is charged with. */
export const delegateBounds = { most: 5, scope: 300, years: 5 } as const;

/** Somebody whom a collective has named to speak for it, by a decision, for a term. */
export interface Delegate extends Evidence {
  readonly id: string;
  /** Their account; empty once they wished to be forgotten. */
  readonly handle: string;
  /** What they are charged with, in the place's words. */
  readonly scope: string;
  /** Where the decision is published. */
  readonly decision: string;
  /** The decision in our own register, where it stands there. */
  readonly decisionId: string | undefined;
  /** The last day of the term. */
  readonly until: Temporal.PlainDate;
}

/** The instant at which a term is over: the last day is part of it, by UTC. */
export function endOfTerm(until: Temporal.PlainDate): Temporal.Instant {
  return until.add({ days: 1 }).toZonedDateTime("UTC").toInstant();
}

/** Why a day cannot be the last of a term that begins today; undefined where it can. */
export function unfitTerm(
  until: Temporal.PlainDate,
  today: Temporal.PlainDate,
): "term-past" | "term-too-long" | undefined {
  if (Temporal.PlainDate.compare(until, today) < 0) return "term-past";
  return Temporal.PlainDate.compare(until, today.add({ years: delegateBounds.years })) > 0
    ? "term-too-long"
    : undefined;
}

/** How a delegate stands now. */
export function pieceOfDelegate(delegate: Delegate, footing: Footing | undefined, now: Temporal.Instant): Piece {
  const ends = endOfTerm(delegate.until);
  const looked = nextLookAt(delegate);
  const expiresAt = Temporal.Instant.compare(ends, looked) < 0 ? ends : looked;
  const piece = { checkedAt: delegate.checkedAt, expiresAt };
  if (!restsOn(footing, delegate)) return { ...piece, fault: "no-account" };
  if (Temporal.Instant.compare(ends, now) <= 0) return { ...piece, fault: "term-over" };
  return { ...piece, fault: delegate.fault };
}
