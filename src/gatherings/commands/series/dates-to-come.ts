import { timesFrom } from "../../../kernel/recurrence/recurrence.ts";
import type { Series, SeriesDate } from "../../model/series/series.ts";
import { endOf, occurrenceOf, startOf, type SessionTime } from "../../model/session.ts";

/** The dates of a series that are not announced yet, as calendars tell what recurs. */
export interface DatesToCome {
  /** The first of them. */
  readonly first: SessionTime;
  /** How they recur from the first on, without an end. */
  readonly rule: string;
  /** No date is after this wall-clock time. */
  readonly until: Temporal.PlainDateTime;
  /** Dates of the rule that are left out, or announced before their turn. */
  readonly except: readonly Temporal.PlainDateTime[];
}

/** So far ahead they are told: calendars ask again, and nobody can say how clocks will change in ten years. */
const aheadFor = { years: 2 } as const;

/** A rule that counts its dates is counted so far. */
const mostCounted = 1_000;

/** So many dates from the first on are tried for one that a calendar can begin with. */
const mostTried = 10;

/**
 * The dates that come after the last announced one; undefined when there is none. It depends on what was announced and left out alone, not
 * on when one asks, so that a calendar that asks twice reads the same.
 */
export function datesToCome(series: Series, given: readonly SeriesDate[]): DatesToCome | undefined {
  const announced = given.filter(({ gatheringId }) => gatheringId !== undefined).map(({ date }) => date);
  const [last = series.start] = announced.toSorted((one, other) => Temporal.PlainDateTime.compare(other, one));
  const except = given.map(({ date }) => date);
  const next = timesFrom({ rule: series.rule, start: series.start, except }, last, mostTried)
    .map((start) => ({ start, zone: series.zone, lengthMinutes: series.lengthMinutes }))
    .find(isUsual);
  if (next === undefined) return undefined;
  const until = earlier(lastOfRule(series), next.start.add(aheadFor));
  return {
    first: next,
    rule: withoutEnd(series.rule),
    until,
    except: except
      .filter((date) => Temporal.PlainDateTime.compare(date, next.start) > 0)
      .toSorted(Temporal.PlainDateTime.compare),
  };
}

/**
 * Whether its clocks show each moment of a date once: all others are measured by the first, and one on which the clocks change is as long
 * on the wall as no other.
 */
function isUsual(time: SessionTime): boolean {
  const [start, end] = [startOf(time), endOf(time)].map((instant) => instant.toZonedDateTimeISO(time.zone));
  return occurrenceOf(time) === "once" && start?.offset === end?.offset;
}

/** The last date that a rule with an end can give; undefined for one without. */
export function lastOfRule({ rule, start }: Pick<Series, "rule" | "start">): Temporal.PlainDateTime | undefined {
  const [, until] = /(?:^|;)UNTIL=([\dT]+)Z?/.exec(rule) ?? [];
  if (until !== undefined) return Temporal.PlainDateTime.from(until);
  const [, count] = /(?:^|;)COUNT=(\d+)/.exec(rule) ?? [];
  if (count === undefined) return undefined;
  return timesFrom({ rule, start, except: [] }, start, Math.min(Number(count), mostCounted)).at(-1);
}

function earlier(one: Temporal.PlainDateTime | undefined, other: Temporal.PlainDateTime): Temporal.PlainDateTime {
  return one !== undefined && Temporal.PlainDateTime.compare(one, other) < 0 ? one : other;
}

/** `withoutEnd("FREQ=WEEKLY;COUNT=5")` is `FREQ=WEEKLY`. */
export function withoutEnd(rule: string): string {
  return rule
    .split(";")
    .filter((part) => !/^(?:COUNT|UNTIL)=/.test(part))
    .join(";");
}
