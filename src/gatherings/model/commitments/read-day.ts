import { monthWords, weekdayWords } from "./day-words.ts";

/** What a text says of a day: one day, nothing, or something that may mean two days; `rest` is the text without it. */
export type DayReading =
  | { readonly kind: "day"; readonly day: Temporal.PlainDate; readonly rest: string }
  | { readonly kind: "ambiguous" }
  | { readonly kind: "none"; readonly rest: string };

/** A day and a month without a year that lie further ahead than this were rather meant for a day that is just over. */
const mostDaysWithoutYear = 300;

const months = [...monthWords.keys()].sort((one, other) => other.length - one.length).join("|");
const weekdays = [...weekdayWords.keys()].join("|");
const edge = { before: String.raw`(?<![\p{L}\p{N}./-])`, after: String.raw`(?![\p{L}\p{N}])` };

const iso = pattern(String.raw`(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})`);
const digits = pattern(String.raw`(?<one>\d{1,2})(?<mark>[./-])(?<other>\d{1,2})(?:\k<mark>(?<year>\d{4}|\d{2}))?\.?`);
const dayFirst = pattern(
  String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|[.°º])? +(?:(?:of|de) +|d')?(?<month>${months})\.?(?:,? +(?:del? +)?(?<year>\d{4}))?`,
);
const monthFirst = pattern(String.raw`(?<month>${months}) +(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? +(?<year>\d{4}))?`);
const weekday = pattern(`(?<weekday>${weekdays})`);

/**
 * Reads a day in English, Spanish, French, German or Italian: `2027-03-12`, "12 March", "12. März", "12 de marzo", "12 mars", "March 12th",
 * a weekday, which is the next one after `today`, or a weekday and a day that agree.
 *
 * Nothing is guessed: "3/4" is a day in March to some and in April to others, "Friday" said on a Friday may be today, a day without a year
 * that has just gone by may be a slip, and the 31st of June is none; all these are `ambiguous`, and so are two days in one text.
 */
export function readDay(text: string, today: Temporal.PlainDate): DayReading {
  const plain = withoutAccents(text);
  const dates = [iso, digits, dayFirst, monthFirst].flatMap((one) => [...plain.matchAll(one)]);
  const names = [...plain.matchAll(weekday)];
  const [date, secondDate] = dates;
  const [name, secondName] = names;
  if (secondDate !== undefined || secondName !== undefined) return { kind: "ambiguous" };
  if (date === undefined && name === undefined) return { kind: "none", rest: plain };
  const day = date === undefined ? nextWeekday(name, today) : dayOf(date.groups ?? {}, today);
  if (day === null || !agrees(day, name)) return { kind: "ambiguous" };
  const found = [date?.[0], name?.[0]].filter((part) => part !== undefined);
  return { kind: "day", day, rest: found.reduce((rest, part) => rest.replace(part, " "), plain) };
}

type Groups = Readonly<Record<string, string | undefined>>;

function dayOf({ one, other, year, month = "", day }: Groups, today: Temporal.PlainDate): Temporal.PlainDate | null {
  if (one !== undefined && other !== undefined) {
    const parts = inOrder(Number(one), Number(other));
    return parts === null ? null : calendarDay({ ...parts, year }, today);
  }
  return calendarDay({ day: Number(day), month: monthWords.get(month) ?? Number(month), year }, today);
}

/** Which of two numbers is the day and which the month; null where both readings give another day. */
function inOrder(one: number, other: number): { readonly day: number; readonly month: number } | null {
  if (one > 12 || one === other) return { day: one, month: other };
  return other > 12 ? { day: other, month: one } : null;
}

function calendarDay(
  { day, month, year }: { readonly day: number; readonly month: number; readonly year: string | undefined },
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  if (year !== undefined) return dayOrNull(Number(year.length === 2 ? `20${year}` : year), month, day);
  // The 29th of February has four years to come round.
  const ahead = [0, 1].flatMap((more) => dayOrNull(today.year + more, month, day) ?? []);
  const next = ahead.find((one) => Temporal.PlainDate.compare(one, today) >= 0);
  return next === undefined || today.until(next).days > mostDaysWithoutYear ? null : next;
}

function dayOrNull(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch {
    return null;
  }
}

function nextWeekday(name: RegExpExecArray | undefined, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const days = ((numberOf(name) ?? 0) - today.dayOfWeek + 7) % 7;
  return days === 0 ? null : today.add({ days });
}

function agrees(day: Temporal.PlainDate, name: RegExpExecArray | undefined): boolean {
  return name === undefined || day.dayOfWeek === numberOf(name);
}

function numberOf(name: RegExpExecArray | undefined): number | undefined {
  return weekdayWords.get(name?.groups?.["weekday"] ?? "");
}

function pattern(words: string): RegExp {
  return new RegExp(`${edge.before}(?:${words})${edge.after}`, "gu");
}

function withoutAccents(text: string): string {
  return text
    .replace(/['’ʼ`´]/g, "'")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/\s+/g, " ");
}
