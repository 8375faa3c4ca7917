import { blockMinutes, mostBlocks, type BlockWords } from "./block.ts";
import { bareLine, headsBacklog, hostIn, isPoint, readHeading, type Heading } from "./agenda-lines.ts";

/** How a block's length is known: it was said; it runs until the next begins; or nothing says it, and it was guessed. */
export type LengthFrom = "said" | "times" | "guess";

/** A block as it was understood. */
export interface ReadBlock extends BlockWords {
  readonly host: string;
  readonly lengthFrom: LengthFrom;
  /** Whether the length that is said does not lead to when the next begins. */
  readonly isOffClock: boolean;
}

/** Something that was left for another time. */
export interface ReadItem {
  readonly title: string;
  readonly minutes: number | undefined;
}

/** What was understood of an agenda's text, and what was not. */
export interface ReadAgenda {
  readonly blocks: readonly ReadBlock[];
  readonly backlog: readonly ReadItem[];
  /** The lines that were not understood, with their numbers, counted from 1. */
  readonly unread: readonly { readonly line: number; readonly text: string }[];
}

/** The longest text that is read, in characters. */
export const longestAgenda = 20_000;
const mostLines = 1000;
const mostBacklog = 50;
const longestPurpose = 5000;
const guessedMinutes = 5;

/** A block while its lines are read. */
interface Draft {
  readonly heading: Heading;
  readonly purpose: string[];
  host: string;
}

/**
 * Reads the text of an agenda as people keep it: headings with a time or a length ("1525 [10 min] Updates from working circles",
 * "Check in (15 min) [no notes]"), beneath them points and questions, and at the end a backlog. In English, Spanish, French, German
 * and Italian. A line that is none of these is given back as not understood.
 *
 * A length that is not said runs until the next block begins; the last one's takes what is left of `sessionMinutes`.
 */
export function readAgenda(text: string, sessionMinutes: number | undefined): ReadAgenda {
  const drafts: Draft[] = [];
  const backlog: ReadItem[] = [];
  const unread: { line: number; text: string }[] = [];
  let isBacklog = false;
  const lines = text.slice(0, longestAgenda).split("\n").slice(0, mostLines);
  for (const [place, line] of lines.map((one) => one.slice(0, 500).trimEnd()).entries()) {
    if (line.trim() === "" || /^[\s=_*-]+$/.test(line)) continue;
    if (headsBacklog(line)) {
      isBacklog = true;
    } else if (isBacklog && !startsWithTime(line)) {
      if (backlog.length < mostBacklog) backlog.push(itemIn(line));
      else unread.push({ line: place + 1, text: line.trim() });
    } else if (!take(line, drafts)) {
      unread.push({ line: place + 1, text: line.trim() });
    } else {
      isBacklog = false;
    }
  }
  return { blocks: drafts.map((draft, place) => finished(drafts, draft, place, sessionMinutes)), backlog, unread };
}

/** Takes a line into the drafts, as a heading or as part of the block above; false when it is neither. */
function take(line: string, drafts: Draft[]): boolean {
  const above = drafts.at(-1);
  const heading = readHeading(line);
  // A point with a length beneath a heading with a time is a part of that block, not a block after it.
  const isPart = above !== undefined && isPoint(line) && heading?.startsAt === undefined;
  if (heading !== undefined && !(isPart && above.heading.startsAt !== undefined)) {
    if (drafts.length >= mostBlocks) return false;
    drafts.push({ heading, purpose: [], host: "" });
    return true;
  }
  if (above === undefined) return false;
  const host = hostIn(line);
  if (host !== undefined && above.host === "") {
    above.host = host;
    return true;
  }
  const bare = bareLine(line);
  if (bare === "" || !(isPoint(line) || bare.includes("?"))) return false;
  above.purpose.push(`- ${bare}`);
  return true;
}

function startsWithTime(line: string): boolean {
  return readHeading(line)?.startsAt !== undefined;
}

function itemIn(line: string): ReadItem {
  const heading = readHeading(line);
  return { title: (heading?.title ?? bareLine(line)).slice(0, 200), minutes: heading?.minutes };
}

function finished(
  drafts: readonly Draft[],
  { heading, purpose, host }: Draft,
  place: number,
  sessionMinutes: number | undefined,
): ReadBlock {
  const { title, notes, recording, structure } = heading;
  const byClock = untilNext(heading, drafts[place + 1]?.heading);
  const [minutes, lengthFrom] = lengthOf(heading, byClock, leftAfter(drafts, place, sessionMinutes));
  return {
    title,
    purpose: purpose.join("\n").slice(0, longestPurpose),
    structure,
    minutes,
    notes,
    recording,
    host,
    lengthFrom,
    isOffClock: lengthFrom === "said" && byClock !== undefined && byClock !== minutes,
  };
}

function lengthOf(
  { minutes }: Heading,
  byClock: number | undefined,
  left: number | undefined,
): readonly [number, LengthFrom] {
  if (minutes !== undefined) return [minutes, "said"];
  return byClock === undefined ? [left ?? guessedMinutes, "guess"] : [byClock, "times"];
}

/** The minutes until the next block begins, where both times are known. */
function untilNext({ startsAt }: Heading, next: Heading | undefined): number | undefined {
  if (startsAt === undefined || next?.startsAt === undefined) return undefined;
  const minutes = (next.startsAt - startsAt + 24 * 60) % (24 * 60);
  return minutes >= blockMinutes.least && minutes <= blockMinutes.most ? minutes : undefined;
}

/** What is left of the session for its last block, by its time. */
function leftAfter(drafts: readonly Draft[], place: number, sessionMinutes: number | undefined): number | undefined {
  const [first, last] = [drafts[0]?.heading.startsAt, drafts[place]?.heading.startsAt];
  if (sessionMinutes === undefined || place !== drafts.length - 1 || first === undefined || last === undefined)
    return undefined;
  const left = sessionMinutes - ((last - first + 24 * 60) % (24 * 60));
  return left >= blockMinutes.least && left <= blockMinutes.most ? left : undefined;
}
