import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import { checkChain, emptyChain, type EntryWithPayload } from "../../../kernel/activity-log/chain-check.ts";
import { chainEnd, entriesBetween } from "../../../kernel/activity-log/chain.read.ts";
import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import { isOpenEvent } from "../../model/open-events.ts";
import { mayReadMembers } from "../community/community-view.ts";
import type { CommunityVisit } from "../visit.ts";

/** One entry of the record as the page shows it. */
export interface LogLine {
  readonly sequence: number;
  readonly at: Temporal.Instant;
  readonly event: string;
  /** Whose command told of it: `gatherings`. */
  readonly capability: string;
  /** As the log names it: `person:<id>`, `clock`, `server`, `visitor`, `unnamed`. */
  readonly actor: string;
  /** Empty where its words are not for every member. */
  readonly words: Readonly<Record<string, unknown>>;
  readonly isErased: boolean;
}

/** A page of the record, the newest entry first. */
export interface LogView {
  readonly lines: readonly LogLine[];
  /** The people named on the page; nobody where the list of members is closed to the reader. */
  readonly people: ReadonlyMap<string, PersonDescription>;
  /** The first entry on the page that does not fit the one before it. */
  readonly brokenAt: number | undefined;
  /** For the page of older entries; undefined where these are the oldest. */
  readonly olderBefore: number | undefined;
}

const PER_PAGE = 50;

/** Reads the entries before a sequence, and checks that they fit together. */
export async function readLog(visit: CommunityVisit, before: number): Promise<LogView> {
  const { application, community } = visit;
  const { read } = application;
  const last = Math.min((await chainEnd(read, community.id)).sequence, before - 1);
  // One more than is shown, so that the oldest one shown is checked against its predecessor.
  const entries = await entriesBetween(read, community.id, Math.max(0, last - PER_PAGE - 1), last);
  const shown = entries.slice(-PER_PAGE);
  const lines = shown.map(lineFrom).toReversed();
  return {
    lines,
    people: mayReadMembers(visit) ? await describePeople(read, lines.flatMap(peopleIn)) : new Map(),
    brokenAt: firstFault(community.id, entries),
    olderBefore: entries.length > PER_PAGE ? shown[0]?.sequence : undefined,
  };
}

function firstFault(chain: string, entries: readonly EntryWithPayload[]): number | undefined {
  const [first] = entries;
  if (first === undefined) return undefined;
  const before = first.sequence === 1 ? emptyChain : { sequence: first.sequence - 1, hash: first.previous_hash };
  const check = checkChain(chain, before);
  return entries.find((entry) => check.follow(entry) !== undefined)?.sequence;
}

function lineFrom(entry: EntryWithPayload): LogLine {
  const isOpen = entry.payload !== null && isOpenEvent(entry.event);
  return {
    sequence: entry.sequence,
    at: instantFromMicroseconds(entry.at),
    event: entry.event,
    capability: entry.command.split("/")[0] ?? "",
    actor: entry.actor,
    words: isOpen ? (JSON.parse(entry.payload) as Readonly<Record<string, unknown>>) : {},
    isErased: entry.payload === null,
  };
}

function peopleIn({ actor, words }: LogLine): readonly string[] {
  const { personId } = words;
  const acting = actor.startsWith("person:") ? [actor.slice("person:".length)] : [];
  return typeof personId === "string" ? [...acting, personId] : acting;
}
