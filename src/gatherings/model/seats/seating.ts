/**
 * Kinds of seats. `anybody` is the plain gathering, open to all; the next three are what its organisers may open instead;
 * `audience` is there beside either.
 */
export type SeatKind = "anybody" | "member" | "delegate" | "founder" | "audience";

/** What organisers may open instead of seats for anybody: members, one delegate per instance, people who start an instance. */
export const openableKinds = ["member", "delegate", "founder"] as const satisfies readonly SeatKind[];
export type OpenableKind = (typeof openableKinds)[number];

/** The kinds of seats that are open, each with its number of places; null is no limit. */
export type Seats = ReadonlyMap<SeatKind, number | null>;

/** The two numbers of places that every gathering has; null is no limit, an audience of 0 is none. */
export interface PlainPlaces {
  readonly capacity: number | null;
  readonly audienceCapacity: number | null;
}

/**
 * The seats of a gathering: those its organisers opened, else places for anybody; and the audience, if there is one.
 *
 * `seatsFrom({ capacity: 9, audienceCapacity: 0 }, new Map())` has `anybody` alone, with nine places.
 */
export function seatsFrom(plain: PlainPlaces, opened: ReadonlyMap<OpenableKind, number | null>): Seats {
  const taking: readonly (readonly [SeatKind, number | null])[] =
    opened.size === 0 ? [["anybody", plain.capacity]] : [...opened];
  const listening: readonly (readonly [SeatKind, number | null])[] =
    plain.audienceCapacity === 0 ? [] : [["audience", plain.audienceCapacity]];
  return new Map([...taking, ...listening]);
}

/** The places for all who take part, whatever their kind; null when one kind has no limit. */
export function placesInAll(seats: Seats): number | null {
  const taking = [...seats].filter(([kind]) => kind !== "audience");
  return taking.reduce<number | null>((sum, [, places]) => (sum === null || places === null ? null : sum + places), 0);
}
