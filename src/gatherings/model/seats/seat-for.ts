import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import type { SeatedAnswer } from "../rsvp.ts";
import type { SeatKind, Seats } from "./seating.ts";

/** Who asks for a seat, as far as seats differ by it. */
export interface SeatSeeker {
  readonly isMember: boolean;
  /** The host of their fediverse account; null for somebody known by e-mail alone. */
  readonly instance: string | null;
  /** The seat they have or wait for; null when they have none. */
  readonly held: SeatKind | null;
}

/** Why a seat is not given; what is open stands on the gathering's page. */
export type SeatRefusal =
  | { readonly kind: "not-eligible" }
  | { readonly kind: "seat-not-open" }
  | { readonly kind: "seat-for-members" }
  | { readonly kind: "seat-for-instances" }
  | { readonly kind: "seat-to-choose" };

/**
 * The kind of seat that an answer asks for.
 *
 * Whoever says which is taken at their word, as far as it can be checked: members are members, a delegate has an account on an instance.
 * A reply or a vote does not say: then it is the seat they have, else a member's for members, else a delegate's. Whether somebody wants to
 * start an instance only they can say, so where nothing else fits and such seats are open, they are asked (`seat-to-choose`).
 *
 * `seatFor("going", null, { isMember: false, instance: "a.example", held: null }, new Map([["delegate", null]]))` is `delegate`.
 */
export function seatFor(
  answer: SeatedAnswer,
  wanted: SeatKind | null,
  seeker: SeatSeeker,
  seats: Seats,
): Result<SeatKind, SeatRefusal> {
  if (answer === "audience") return accepted("audience");
  if (seats.has("anybody")) return accepted("anybody");
  if (wanted !== null) return wantedSeat(wanted, seeker, seats);
  const { held } = seeker;
  if (held !== null && held !== "audience" && seats.has(held)) return accepted(held);
  if (seeker.isMember && seats.has("member")) return accepted("member");
  if (seeker.instance !== null && seats.has("delegate")) return accepted("delegate");
  return refused({ kind: seats.has("founder") ? "seat-to-choose" : "not-eligible" });
}

function wantedSeat(wanted: SeatKind, seeker: SeatSeeker, seats: Seats): Result<SeatKind, SeatRefusal> {
  if (wanted === "audience" || !seats.has(wanted)) return refused({ kind: "seat-not-open" });
  if (wanted === "member" && !seeker.isMember) return refused({ kind: "seat-for-members" });
  if (wanted === "delegate" && seeker.instance === null) return refused({ kind: "seat-for-instances" });
  return accepted(wanted);
}
