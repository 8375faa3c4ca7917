import type { PersonId } from "./gathering.ts";
import type { SeatKind, Seats } from "./seats/seating.ts";

/** An answer to an invitation; `audience` is a seat to listen in, counted apart. */
export type RsvpAnswer = "going" | "maybe" | "not-going" | "audience";

/** The answers that take places. */
export type SeatedAnswer = "going" | "audience";

/** What holds for one session of a gathering. */
export interface RsvpRules {
  /** The kinds of seats that are open, with their places. */
  readonly seats: Seats;
  /** When the session starts; from then on nothing is changed. */
  readonly startsAt: Temporal.Instant;
}

/** Where an answer stands; `noted` takes no place (maybe, not going). */
export type RsvpStanding = "confirmed" | "waiting" | "noted";

/** One person's answer to one session. */
export interface RsvpEntry {
  readonly person: PersonId;
  readonly answer: RsvpAnswer;
  /** The kind of seat it takes or waits for; null for an answer that takes none. */
  readonly seat: SeatKind | null;
  /** The instance that a delegate comes from; null for every other seat. */
  readonly instance: string | null;
  /** How many come with this answer, the person included; at least 1. */
  readonly people: number;
  readonly standing: RsvpStanding;
  /** The place in the order of arrival: whoever asked earlier has the smaller number. */
  readonly arrival: number;
}

/** All answers to one session, at most one per person. */
export type RsvpList = readonly RsvpEntry[];

/** An answer as it came in. */
export interface RsvpRequest {
  readonly person: PersonId;
  readonly answer: RsvpAnswer;
  readonly people: number;
  /** The kind of seat asked for; an answer that takes no place has no use for it. */
  readonly seat: SeatKind;
  /** The host of the account that answers; null for none. */
  readonly instance: string | null;
  /** Greater than that of every answer received before. */
  readonly arrival: number;
  readonly receivedAt: Temporal.Instant;
}

/** Whom to tell what. */
export type RsvpNotice =
  | { readonly kind: "confirmed"; readonly person: PersonId; readonly answer: SeatedAnswer; readonly people: number }
  | { readonly kind: "promoted"; readonly person: PersonId; readonly answer: SeatedAnswer; readonly people: number }
  | {
      readonly kind: "waitlisted";
      readonly person: PersonId;
      readonly answer: SeatedAnswer;
      readonly people: number;
      /** The place in the queue, counted from 1. */
      readonly position: number;
      /** Places that are free but too few for this party; a smaller party could have them if it is first. */
      readonly freePlaces: number;
    }
  | {
      /** Somebody else has the one seat of their instance. */
      readonly kind: "delegate-waits";
      readonly person: PersonId;
      readonly holder: PersonId;
    }
  | { readonly kind: "noted"; readonly person: PersonId; readonly answer: "maybe" | "not-going" };

/** The new list, and whom to tell what, the one who answered first. No notices: the answer said nothing new. */
export interface RsvpChange {
  readonly list: RsvpList;
  readonly notices: readonly RsvpNotice[];
}

/** Why an answer is not taken; what was said before still holds. */
export type RsvpRefusal =
  | { readonly kind: "rsvp-closed"; readonly startedAt: Temporal.Instant }
  | { readonly kind: "seat-not-open" }
  | { readonly kind: "delegate-comes-alone" }
  | { readonly kind: "no-audience-seats" }
  | { readonly kind: "party-size-out-of-range"; readonly most: number }
  | { readonly kind: "party-exceeds-capacity"; readonly capacity: number }
  | { readonly kind: "no-room-for-larger-party"; readonly held: number; readonly freePlaces: number };

/** How the places of one kind stand. */
export interface Places {
  readonly taken: number;
  /** Null is no limit. */
  readonly free: number | null;
  /** People, not parties, in the queue. */
  readonly waiting: number;
}

/** The largest party one answer may bring. */
export const largestParty = 10;

/** Whether an answer takes a place: going and audience do. */
export function takesPlace(answer: RsvpAnswer): answer is SeatedAnswer {
  return answer === "going" || answer === "audience";
}

/** How the seats of one kind stand; when the capacity was lowered below what is taken, none are free. */
export function placesOf(list: RsvpList, seat: SeatKind, rules: Pick<RsvpRules, "seats">): Places {
  const peopleIn = (standing: RsvpStanding) =>
    list
      .filter((entry) => entry.seat === seat && entry.standing === standing)
      .reduce((sum, entry) => sum + entry.people, 0);
  const capacity = capacityOf(seat, rules.seats);
  const taken = peopleIn("confirmed");
  return { taken, free: capacity === null ? null : Math.max(0, capacity - taken), waiting: peopleIn("waiting") };
}

/** The limit of seats of one kind; null is none, and a kind that is not open has 0. */
export function capacityOf(seat: SeatKind, seats: Seats): number | null {
  return seats.has(seat) ? (seats.get(seat) ?? null) : 0;
}

/** The queue for seats of one kind, who is first in it first. */
export function waitingFor(list: RsvpList, seat: SeatKind): readonly RsvpEntry[] {
  return list
    .filter((entry) => entry.seat === seat && entry.standing === "waiting")
    .toSorted((one, other) => one.arrival - other.arrival);
}
