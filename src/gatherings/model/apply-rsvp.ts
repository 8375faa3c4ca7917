import { accepted, refused } from "../../kernel/base/result.ts";
import type { Result } from "../../kernel/base/result.ts";
import { capacityOf, largestParty, placesOf, takesPlace, waitingFor } from "./rsvp.ts";
import type {
  RsvpChange,
  RsvpEntry,
  RsvpList,
  RsvpNotice,
  RsvpRefusal,
  RsvpRequest,
  RsvpRules,
  SeatedAnswer,
} from "./rsvp.ts";
import type { SeatKind } from "./seats/seating.ts";

/**
 * Takes one answer into the list and promotes whoever a freed place reaches.
 *
 * Places go strictly in order of arrival and nobody is overtaken: a party waits until all of it fits, and whoever came later
 * waits behind it (decision record 0010). A party that becomes smaller keeps its place, confirmed or in the queue. One that
 * becomes larger goes to the end of the queue if it waits; if it is confirmed, it gets the places that are free as long as
 * nobody waits for them, else the answer is refused and it keeps what it holds. Saying the same again changes nothing.
 *
 * Each kind of seat has its own places and its own queue, and an instance has one delegate: the next of the same instance waits until
 * the seat is given up, and holds up nobody of another instance meanwhile.
 *
 * Refuses `rsvp-closed` from the start on, `seat-not-open`, `no-audience-seats`, `delegate-comes-alone`, `party-size-out-of-range`,
 * `party-exceeds-capacity` and `no-room-for-larger-party`. Maybe and not going are open to everybody.
 */
export function applyRsvp(list: RsvpList, rules: RsvpRules, request: RsvpRequest): Result<RsvpChange, RsvpRefusal> {
  if (Temporal.Instant.compare(request.receivedAt, rules.startsAt) >= 0) {
    return refused({ kind: "rsvp-closed", startedAt: rules.startsAt });
  }
  const { person, answer } = request;
  const before = list.find((entry) => entry.person === person);
  const others = list.filter((entry) => entry.person !== person);
  if (!takesPlace(answer)) {
    if (before?.answer === answer) return accepted({ list, notices: [] });
    const entry: RsvpEntry = { ...noSeat, person, answer, people: 1, standing: "noted", arrival: request.arrival };
    return accepted(noticed({ kind: "noted", person, answer }, promoteWaiting([...others, entry], rules)));
  }
  const held = before?.answer === answer && before.seat === request.seat ? before : undefined;
  if (held?.people === request.people) return accepted({ list, notices: [] });
  return takeSeats(others, held, rules, { ...request, answer });
}

/**
 * Confirms whoever is first in the queue as long as the whole party fits; also to be called after a change of capacity.
 *
 * A capacity lowered below what is taken unseats nobody, and a party in the queue that it leaves no hope holds nobody up.
 */
export function promoteWaiting(list: RsvpList, rules: RsvpRules): RsvpChange {
  const notices: RsvpNotice[] = [];
  const promoted = new Set<RsvpEntry>();
  for (const seat of rules.seats.keys()) {
    const capacity = capacityOf(seat, rules.seats) ?? Infinity;
    let free = placesOf(list, seat, rules).free ?? Infinity;
    const represented = new Set(delegatesIn(list).map(({ instance }) => instance));
    for (const entry of waitingFor(list, seat).filter(({ people }) => people <= capacity)) {
      if (seat === "delegate" && represented.has(entry.instance)) continue;
      if (entry.people > free) break;
      free -= entry.people;
      promoted.add(entry);
      if (seat === "delegate") represented.add(entry.instance);
      notices.push(promotion(entry, seat));
    }
  }
  const confirmed = (entry: RsvpEntry): RsvpEntry => ({ ...entry, standing: "confirmed" });
  return { list: list.map((entry) => (promoted.has(entry) ? confirmed(entry) : entry)), notices };
}

const noSeat = { seat: null, instance: null } as const;

function promotion({ person, people }: RsvpEntry, seat: SeatKind): RsvpNotice {
  return { kind: "promoted", person, answer: seat === "audience" ? "audience" : "going", people };
}

/** Those who have the seat of their instance. */
function delegatesIn(list: RsvpList): RsvpList {
  return list.filter((entry) => entry.seat === "delegate" && entry.standing === "confirmed");
}

type SeatRequest = RsvpRequest & { readonly answer: SeatedAnswer };

function takeSeats(
  others: RsvpList,
  held: RsvpEntry | undefined,
  rules: RsvpRules,
  request: SeatRequest,
): Result<RsvpChange, RsvpRefusal> {
  const { person, answer, people, seat } = request;
  const instance = seat === "delegate" ? request.instance : null;
  const grows = people > (held?.people ?? 0);
  const refusal = requestRefusal(rules, request) ?? (grows ? roomRefusal(others, held, rules, request) : null);
  if (refusal !== null) return refused(refusal);

  // A new party joins the end of the queue and is then confirmed from its front like everybody else: one rule for all.
  const standing = held?.standing ?? "waiting";
  const keepsPlace = held !== undefined && (standing === "confirmed" || !grows);
  const arrival = keepsPlace ? held.arrival : request.arrival;
  const own = { person, answer, seat, instance, people, standing, arrival };
  const { list, notices } = promoteWaiting([...others, own], rules);
  const toOthers = notices.filter((notice) => notice.person !== person);
  return accepted(noticed(seatNotice(list, rules, request), { list, notices: toOthers }));
}

function requestRefusal({ seats }: RsvpRules, { seat, people }: SeatRequest): RsvpRefusal | null {
  if (seat === "audience" && capacityOf(seat, seats) === 0) return { kind: "no-audience-seats" };
  if (!seats.has(seat)) return { kind: "seat-not-open" };
  const isPartySize = Number.isInteger(people) && people >= 1 && people <= largestParty;
  if (!isPartySize) return { kind: "party-size-out-of-range", most: largestParty };
  return seat === "delegate" && people > 1 ? { kind: "delegate-comes-alone" } : null;
}

function roomRefusal(
  others: RsvpList,
  held: RsvpEntry | undefined,
  rules: RsvpRules,
  { seat, people }: SeatRequest,
): RsvpRefusal | null {
  const capacity = capacityOf(seat, rules.seats);
  if (capacity === null) return null;
  if (people > capacity) return { kind: "party-exceeds-capacity", capacity };
  if (held?.standing !== "confirmed") return null;
  const places = placesOf([...others, held], seat, rules);
  const freePlaces = places.waiting > 0 ? 0 : (places.free ?? 0);
  if (people - held.people <= freePlaces) return null;
  return { kind: "no-room-for-larger-party", held: held.people, freePlaces };
}

function seatNotice(list: RsvpList, rules: RsvpRules, { person, answer, people, seat }: SeatRequest): RsvpNotice {
  const ahead = waitingFor(list, seat).findIndex((entry) => entry.person === person);
  if (ahead === -1) return { kind: "confirmed", person, answer, people };
  const holder = delegatesIn(list).find((entry) => seat === "delegate" && entry.instance === instanceOf(list, person));
  if (holder !== undefined) return { kind: "delegate-waits", person, holder: holder.person };
  const freePlaces = placesOf(list, seat, rules).free ?? 0;
  return { kind: "waitlisted", person, answer, people, position: ahead + 1, freePlaces };
}

function instanceOf(list: RsvpList, person: RsvpEntry["person"]): string | null {
  return list.find((entry) => entry.person === person)?.instance ?? null;
}

function noticed(first: RsvpNotice, change: RsvpChange): RsvpChange {
  return { list: change.list, notices: [first, ...change.notices] };
}
