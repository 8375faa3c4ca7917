import type { StructureId } from "./structure.ts";

/** What the brackets and times of a heading say. */
export interface Heading {
  readonly title: string;
  /** Minutes after midnight, as the text's clock shows them; undefined when no time stands there. */
  readonly startsAt: number | undefined;
  /** Undefined when no length stands there. */
  readonly minutes: number | undefined;
  readonly notes: boolean;
  readonly recording: boolean;
  readonly structure: StructureId;
}

/** A line without the marks of lists and headings. */
export function bareLine(line: string): string {
  return line
    .replace(/^[\s#>]*/, "")
    .replace(/^(?:[-*+•–]|\d{1,2}[.)])\s+/, "")
    .replace(/^\[[ xX]\]\s+/, "")
    .replace(/\*\*|__/g, "")
    .trim();
}

/** Whether a line belongs to what stands above it: it is indented, or a point of a list. */
export function isPoint(line: string): boolean {
  return /^\s+\S/.test(line) || /^[-*+•–]\s+\S/.test(line);
}

const timeOfDay = String.raw`([01]?\d|2[0-3])(?:[:.h]([0-5]\d)|([0-5]\d))(?:\s?(?:h|uhr|utc|gmt|z)\b)?`;
const beginning = new RegExp(String.raw`^${timeOfDay}(?:\s?[-–—]\s?${timeOfDay})?(?![\d%])\s*[-–—:|]?\s*`, "i");

/**
 * Reads a line as the heading of a block: it begins with a time, or says how many minutes it takes, in brackets or at its end.
 * `readHeading("1500 [15 min] Check in [no notes]")` starts at 900, takes 15 minutes, and has no notes. Undefined for any other line.
 */
export function readHeading(line: string): Heading | undefined {
  const bare = bareLine(line);
  const time = beginning.exec(bare);
  const startsAt = time === null ? undefined : minutesIn(time[1], time[2] ?? time[3]);
  const endsAt = time?.[4] === undefined ? undefined : minutesIn(time[4], time[5] ?? time[6]);
  const marks: string[] = [];
  const title = withoutMarks(bare.slice(time?.[0].length ?? 0), marks);
  const minutes = marks.map(minutesSaid).find((said) => said !== undefined) ?? span(startsAt, endsAt);
  if (title === "" || (startsAt === undefined && minutes === undefined)) return undefined;
  return {
    title: title.slice(0, 200),
    startsAt,
    minutes,
    notes: !marks.some((mark) => noNotes.test(mark)),
    recording: marks.some((mark) => recorded.test(mark)),
    structure: structureIn(title, marks),
  };
}

/** The name of a person after "host:" or "facilitator:", in the languages of the program. */
export function hostIn(line: string): string | undefined {
  const said =
    /^(?:host|facilitator|facilitation|lead|led by|presenter|anfitriona?|facilita(?:dora?)?|modera|animation|anime|moderation|leitung|conduce|facilitatore|facilitatrice)\s*:\s*(.{1,200})$/i;
  return said.exec(bareLine(line))?.[1]?.trim();
}

/** Whether a line heads what is left for another time. */
export function headsBacklog(line: string): boolean {
  const name = bareLine(line)
    .replace(/\s*[:：]$/, "")
    .toLowerCase();
  return backlogNames.has(name);
}

const backlogNames = new Set(
  [
    "backlog, backlog items, parking lot, carried over, for next time, next time, later",
    "pendiente, pendientes, para la próxima, para la próxima vez, aparcamiento",
    "en attente, points en attente, pour la prochaine fois, plus tard",
    "themenspeicher, rückstand, fürs nächste mal, für das nächste mal, später, offene punkte",
    "in sospeso, arretrati, per la prossima volta, più tardi",
  ].flatMap((names) => names.split(", ")),
);

/** The text without its bracketed marks and a length at its end, which are put into `marks`. */
function withoutMarks(text: string, marks: string[]): string {
  const bracketed = text.replace(/[[(]([^[\]()]{1,60})[\])]/g, (whole, inner: string) => {
    const mark = inner.trim();
    if (!isMark(mark)) return whole;
    marks.push(mark);
    return " ";
  });
  const atEnd = /[,:–—-]\s*(\d{1,3}\s?(?:min|mins|minutes|minutos|minuti|minuten)\.?)\s*$/i.exec(bracketed);
  if (atEnd?.[1] !== undefined) marks.push(atEnd[1]);
  const rest = atEnd === null ? bracketed : bracketed.slice(0, atEnd.index);
  return rest
    .replace(/\s+/g, " ")
    .replace(/^[\s:–—-]+|[\s:–—-]+$/g, "")
    .trim();
}

const noNotes =
  /^(?:no notes?|sin (?:notas|apuntes)|(?:sans|pas de) notes?|(?:ohne|keine) (?:notizen|protokoll)|(?:senza|niente) (?:note|appunti))$/i;
const recorded =
  /^(?:recorded|recording|grabad[oa]|se graba|enregistrée?|aufgezeichnet|mit aufzeichnung|registrat[oa])$/i;
const unrecorded =
  /^(?:not recorded|no recording|sin grabar|sin grabación|non enregistrée?|ohne aufzeichnung|non registrat[oa])$/i;
const inRounds = /^(?:in )?(?:a )?(?:rounds?|rondas?|tours? de table|runden?|gir[oi])$/i;

function isMark(mark: string): boolean {
  return minutesSaid(mark) !== undefined || [noNotes, recorded, unrecorded, inRounds].some((one) => one.test(mark));
}

function minutesSaid(mark: string): number | undefined {
  const said =
    /^(\d{1,3})(?:\s?[-–]\s?(\d{1,3}))?\s?(?:min|mins|minutes?|minutos?|minut[io]|minuten|m|['’′])\.?$/i.exec(mark);
  if (said === null) return undefined;
  const minutes = Number(said[2] ?? said[1]);
  return minutes >= 1 && minutes <= 600 ? minutes : undefined;
}

function minutesIn(hours: string | undefined, minutes: string | undefined): number {
  return 60 * Number(hours) + Number(minutes);
}

/** From one time of day to another, past midnight if need be. */
function span(from: number | undefined, to: number | undefined): number | undefined {
  if (from === undefined || to === undefined) return undefined;
  const minutes = (to - from + 24 * 60) % (24 * 60);
  return minutes >= 1 && minutes <= 600 ? minutes : undefined;
}

const named: readonly (readonly [RegExp, StructureId])[] = [
  [/impromptu networking/i, "impromptu-networking"],
  [/\b1[-–, ]?2[-–, ]?4[-–, ]?all\b/i, "one-two-four-all"],
  [/open space/i, "open-space"],
  [/\btriz\b/i, "triz"],
  [/\btroika\b/i, "troika-consulting"],
  [/25\s?\/\s?10/i, "crowd-sourcing"],
  [/conversation caf/i, "conversation-cafe"],
  [/fish ?bowl/i, "fishbowl"],
  [/what[,?]? so what/i, "what-so-what"],
  [/15\s?% ?solutions?/i, "fifteen-percent"],
  [/shift (?:and|&) share/i, "shift-and-share"],
  [/plus ?\/ ?delta/i, "plus-delta"],
];

function structureIn(title: string, marks: readonly string[]): StructureId {
  const byName = named.find(([pattern]) => pattern.test(title))?.[1];
  if (byName !== undefined) return byName;
  return marks.some((mark) => inRounds.test(mark)) ? "round" : "open-talk";
}
