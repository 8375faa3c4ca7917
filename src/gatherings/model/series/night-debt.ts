import { nightMinutes, type ZoneGroup } from "../night.ts";
import type { SessionTime } from "../session.ts";

/**
 * How many minutes of night a series has cost somebody in each zone so far, beyond what it cost those whom it cost least. A zone that
 * is not named owes nothing and is owed nothing.
 */
export type NightDebt = ReadonlyMap<string, number>;

/** A start chosen for one date of a series. */
export interface FairStart {
  readonly time: SessionTime;
  /** The debt from then on. */
  readonly debt: NightDebt;
}

/**
 * The start that shares out the night: of the times in question for one date, that after which the zone that bears most night bears
 * least; between equals the next zone decides, and so on (leximin); then the night of all people together; then the order given.
 *
 * A series has several times in question so that the pain of odd hours goes round: whoever got up last time does not the next. It counts
 * by zone, not by heads, so that two people in Auckland do not get up each time because forty live in Europe. With no zone known the first
 * time is taken. Our design (reference: gatherings, section 5).
 *
 * @param times at least one
 */
export function fairStart(times: readonly SessionTime[], groups: readonly ZoneGroup[], debt: NightDebt): FairStart {
  const weighed = times.map((time) => weigh(time, groups, debt));
  const [best] = weighed.toSorted(compareWeighed);
  if (best === undefined) throw new Error("a date of a series has at least one time in question");
  return { time: best.time, debt: settled(best.after) };
}

/**
 * The debt after a gathering was held. Of several sessions whoever lives in a zone is taken to come to the one that costs them least night:
 * a second session at another hour is held so that nobody need get up.
 *
 * @param sessions as they were held; with none, the debt stays as it was
 */
export function debtAfter(sessions: readonly SessionTime[], groups: readonly ZoneGroup[], debt: NightDebt): NightDebt {
  if (sessions.length === 0 || groups.length === 0) return debt;
  return settled(
    new Map(
      groups.map(({ zone }) => {
        const night = Math.min(...sessions.map((session) => nightMinutes(session, zone)));
        return [zone, (debt.get(zone) ?? 0) + night];
      }),
    ),
  );
}

/**
 * The groups as a search for times is to weigh them: each hour of night that somebody has borne beyond the others makes them count for one
 * head more, so that the night falls on others next time. Only the proportions of the weights mean something.
 */
export function weighedByDebt(groups: readonly ZoneGroup[], debt: NightDebt): readonly ZoneGroup[] {
  return groups.map(({ zone, people }) => ({ zone, people: people * (60 + (debt.get(zone) ?? 0)) }));
}

interface Weighed {
  readonly time: SessionTime;
  readonly after: ReadonlyMap<string, number>;
  /** Minutes by zone, the greatest first. */
  readonly burdens: readonly number[];
  readonly nightOfAll: number;
}

function weigh(time: SessionTime, groups: readonly ZoneGroup[], debt: NightDebt): Weighed {
  const nights = groups.map(({ zone, people }) => ({ zone, people, night: nightMinutes(time, zone) }));
  const after = new Map(nights.map(({ zone, night }) => [zone, (debt.get(zone) ?? 0) + night]));
  return {
    time,
    after,
    burdens: [...after.values()].toSorted((one, other) => other - one),
    nightOfAll: nights.reduce((sum, { people, night }) => sum + people * night, 0),
  };
}

function compareWeighed(one: Weighed, other: Weighed): number {
  for (const [place, burden] of one.burdens.entries()) {
    const difference = burden - (other.burdens[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return one.nightOfAll - other.nightOfAll;
}

/** What all zones bear is nobody's debt. A zone whose people have left the list is forgotten. */
function settled(after: ReadonlyMap<string, number>): NightDebt {
  const least = Math.min(...after.values());
  return new Map(
    [...after].map(([zone, minutes]) => [zone, minutes - least] as const).filter(([, minutes]) => minutes > 0),
  );
}
