import type { PersonId } from "../gathering.ts";
import type { RsvpEntry, RsvpList } from "../rsvp.ts";
import { seatFor, type SeatSeeker } from "./seat-for.ts";
import type { Seats } from "./seating.ts";

/**
 * The list after other kinds of seats were opened. Whoever's seat is not open any more gets the one that a reply of theirs would take; whom
 * none fits keeps what they have: nobody is unseated, and nobody who waits is forgotten.
 */
export function reseat(
  list: RsvpList,
  seats: Seats,
  seekers: ReadonlyMap<PersonId, Omit<SeatSeeker, "held">>,
): RsvpList {
  const represented = new Set<string | null>();
  for (const entry of list) {
    if (seats.has("delegate") && entry.seat === "delegate" && entry.standing === "confirmed")
      represented.add(entry.instance);
  }
  return list
    .toSorted((one, other) => one.arrival - other.arrival)
    .map((entry) => {
      const moved = moveSeat(entry, seats, seekers.get(entry.person));
      if (moved.seat !== "delegate" || entry.seat === "delegate") return moved;
      const mayRepresent = entry.people === 1 && !represented.has(moved.instance);
      if (!mayRepresent && entry.standing === "confirmed") return entry;
      if (entry.standing === "confirmed") represented.add(moved.instance);
      return entry.people === 1 ? moved : entry;
    });
}

function moveSeat(entry: RsvpEntry, seats: Seats, seeker: Omit<SeatSeeker, "held"> | undefined): RsvpEntry {
  if (entry.answer !== "going" || seeker === undefined || (entry.seat !== null && seats.has(entry.seat))) return entry;
  const found = seatFor("going", null, { ...seeker, held: null }, seats);
  if (!found.ok) return entry;
  return { ...entry, seat: found.value, instance: found.value === "delegate" ? seeker.instance : null };
}
