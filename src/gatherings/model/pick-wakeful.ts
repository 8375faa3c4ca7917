import { minutesFromNight, nightMinutes } from "./night.ts";
import type { ZoneGroup } from "./night.ts";
import { startOf } from "./session.ts";
import type { SessionTime } from "./session.ts";

interface Weighed<Candidate> {
  readonly candidate: Candidate;
  readonly startsAtMs: number;
  readonly lengthMinutes: number;
  readonly day: string;
  /** Minutes of night, times the people who have them. */
  readonly nightCost: number;
  /** Minutes that the zone nearest to its night is away from it; 0 when it is night anywhere. */
  readonly comfort: number;
  /** The zones for which no minute of it is night. */
  readonly awake: readonly ZoneGroup[];
}

/**
 * Picks up to `most` candidates that cost as little night as can be, in order of time.
 *
 * One is picked after the other: whichever is all day for most people who have no such time yet, so that every zone that can
 * be awake is awake for one of them; then the least minutes of night, times people; then the day with fewest picks; then
 * whichever is furthest from anybody's night; then the earlier. The order of candidates and zones makes no difference; when no
 * zones are known, the candidate's own is taken.
 */
export function pickWakeful<Candidate extends { readonly time: SessionTime }>(
  candidates: readonly Candidate[],
  zones: readonly ZoneGroup[],
  most: number,
): readonly Candidate[] {
  let open = candidates.map((candidate) => weigh(candidate, zones)).toSorted(earlierFirst);
  const picked: Weighed<Candidate>[] = [];
  const reached = new Set<ZoneGroup>();
  const picksOn = new Map<string, number>();
  const newlyAwake = ({ awake }: Weighed<Candidate>) =>
    awake.filter((zone) => !reached.has(zone)).reduce((sum, zone) => sum + zone.people, 0);
  const preference = (one: Weighed<Candidate>, other: Weighed<Candidate>) =>
    newlyAwake(other) - newlyAwake(one) ||
    one.nightCost - other.nightCost ||
    (picksOn.get(one.day) ?? 0) - (picksOn.get(other.day) ?? 0) ||
    other.comfort - one.comfort;

  while (picked.length < most) {
    // Sorting keeps the order of equals, so the earliest of equals comes first.
    const best = open.toSorted(preference)[0];
    if (best === undefined) break;
    picked.push(best);
    open = open.filter((one) => one !== best);
    for (const zone of best.awake) reached.add(zone);
    picksOn.set(best.day, (picksOn.get(best.day) ?? 0) + 1);
  }
  return picked.toSorted(earlierFirst).map(({ candidate }) => candidate);
}

function weigh<Candidate extends { readonly time: SessionTime }>(
  candidate: Candidate,
  knownZones: readonly ZoneGroup[],
): Weighed<Candidate> {
  const { time } = candidate;
  const zones = knownZones.length > 0 ? knownZones : [{ zone: time.zone, people: 1 }];
  const nights = zones.map((zone) => nightMinutes(time, zone.zone));
  const nightCost = zones.reduce((sum, zone, place) => sum + zone.people * (nights[place] ?? 0), 0);
  return {
    candidate,
    startsAtMs: startOf(time).epochMilliseconds,
    lengthMinutes: time.lengthMinutes,
    day: time.start.toPlainDate().toString(),
    nightCost,
    comfort: nightCost > 0 ? 0 : Math.min(...zones.map((zone) => minutesFromNight(time, zone.zone))),
    awake: zones.filter((_, place) => nights[place] === 0),
  };
}

function earlierFirst(one: Weighed<unknown>, other: Weighed<unknown>): number {
  return one.startsAtMs - other.startsAtMs || one.lengthMinutes - other.lengthMinutes;
}
