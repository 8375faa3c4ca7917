/** How often a series recurs, where it can be said in a few words; any other rule is shown as it is written. */
export type RuleShape =
  | { readonly kind: "days"; readonly every: number }
  /** On days of the week, 1 for Monday to 7 for Sunday. */
  | { readonly kind: "weeks"; readonly every: number; readonly days: readonly number[] }
  /** On the first to fourth, or the last (-1), of a day of the week. */
  | { readonly kind: "month-weekday"; readonly every: number; readonly nth: number; readonly day: number }
  | { readonly kind: "month-day"; readonly every: number; readonly day: number }
  | { readonly kind: "other" };

/** When a rule ends, if it says so. */
export interface RuleEnd {
  readonly count: number | undefined;
  /** The last day. */
  readonly until: Temporal.PlainDate | undefined;
}

/** The rhythms that an organiser chooses from; each takes its day from the first date. */
export const rhythms = ["week", "two-weeks", "four-weeks", "month-weekday", "month-last", "month-day"] as const;

/** One of the rhythms that an organiser chooses from. */
export type Rhythm = (typeof rhythms)[number];

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** The rhythms that a first date allows: the last Thursday only where it is one, the fifth of them never. */
export function rhythmsFrom(date: Temporal.PlainDate): readonly Rhythm[] {
  const isLast = date.day + 7 > date.daysInMonth;
  return rhythms.filter((rhythm) => {
    if (rhythm === "month-weekday") return date.day <= 28;
    return rhythm !== "month-last" || isLast;
  });
}

/** The rule of a rhythm from its first date; `ruleOf("two-weeks", 2027-03-04)` is `FREQ=WEEKLY;INTERVAL=2;BYDAY=TH`. */
export function ruleOf(rhythm: Rhythm, date: Temporal.PlainDate): string {
  const day = weekdays[date.dayOfWeek - 1] ?? "MO";
  switch (rhythm) {
    case "week":
      return `FREQ=WEEKLY;BYDAY=${day}`;
    case "two-weeks":
      return `FREQ=WEEKLY;INTERVAL=2;BYDAY=${day}`;
    case "four-weeks":
      return `FREQ=WEEKLY;INTERVAL=4;BYDAY=${day}`;
    case "month-weekday":
      return `FREQ=MONTHLY;BYDAY=${Math.ceil(date.day / 7)}${day}`;
    case "month-last":
      return `FREQ=MONTHLY;BYDAY=-1${day}`;
    case "month-day":
      return `FREQ=MONTHLY;BYMONTHDAY=${date.day}`;
  }
}

/** What a rule says, where it is one of the shapes that have words. */
export function shapeOf(rule: string, start: Temporal.PlainDateTime): RuleShape {
  const parts = partsOf(rule);
  const every = Number(parts.get("INTERVAL") ?? 1);
  const said = [...parts.keys()].filter((name) => name.startsWith("BY")).join();
  const by = parts.get("BYDAY") ?? "";
  switch (`${parts.get("FREQ")} ${said}`) {
    case "DAILY ":
      return { kind: "days", every };
    case "WEEKLY ":
      return { kind: "weeks", every, days: [start.dayOfWeek] };
    case "WEEKLY BYDAY":
      return weeks(every, by);
    case "MONTHLY BYDAY":
      return monthWeekday(every, by);
    case "MONTHLY BYMONTHDAY":
      return monthDay(every, Number(parts.get("BYMONTHDAY")));
    case "MONTHLY ":
      return monthDay(every, start.day);
    default:
      return { kind: "other" };
  }
}

/** When a rule ends. */
export function endOfRule(rule: string): RuleEnd {
  const parts = partsOf(rule);
  const until = parts.get("UNTIL")?.slice(0, 8);
  const count = parts.get("COUNT");
  return {
    count: count === undefined ? undefined : Number(count),
    until: until === undefined ? undefined : Temporal.PlainDate.from(until),
  };
}

function weeks(every: number, by: string): RuleShape {
  const days = by.split(",").map((day) => weekdays.indexOf(day as "MO") + 1);
  return days.includes(0)
    ? { kind: "other" }
    : { kind: "weeks", every, days: days.toSorted((one, other) => one - other) };
}

function monthWeekday(every: number, by: string): RuleShape {
  const [, nth = "", day = ""] = /^(-1|[1-4])([A-Z]{2})$/.exec(by) ?? [];
  const place = weekdays.indexOf(day as "MO") + 1;
  return place === 0 ? { kind: "other" } : { kind: "month-weekday", every, nth: Number(nth), day: place };
}

function monthDay(every: number, day: number): RuleShape {
  return Number.isInteger(day) && day > 0 ? { kind: "month-day", every, day } : { kind: "other" };
}

function partsOf(rule: string): ReadonlyMap<string, string> {
  return new Map(
    rule.split(";").map((part) => {
      const [name = "", value = ""] = part.split("=");
      return [name, value] as const;
    }),
  );
}
