import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { mayEnter } from "../../model/room/may-enter.ts";
import { capacityOf, type RsvpAnswer, type RsvpEntry, type SeatedAnswer } from "../../model/rsvp.ts";
import type { Series } from "../../model/series/series.ts";
import { seriesOfGathering } from "../../store/series/series.read.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { countInterested, interestOf, type InterestStanding } from "../../store/interest.read.ts";
import { countAnswerers, pollOfGathering, type SchedulingPoll } from "../../store/polls.read.ts";
import { roomOf } from "../../store/room/rooms.read.ts";
import { placeInQueue, rsvpsStanding } from "../../store/rsvp-lists.read.ts";
import { rsvpsOfPerson, rsvpTotals, sessionsOf, type HeldSession } from "../../store/sessions.read.ts";
import type { GatheringVisit } from "../visit.ts";

/** So many names a list on the page shows; the rest are counted. */
const mostNames = 40;

/** Everything a gathering's page shows to this reader, and nothing it may not show. */
export interface GatheringView {
  readonly visit: GatheringVisit;
  readonly sessions: readonly SessionView[];
  readonly poll: SchedulingPoll | undefined;
  /** Whether the poll takes answers now. */
  readonly pollIsOpen: boolean;
  readonly answered: number;
  readonly interested: number;
  readonly interest: InterestStanding;
  readonly people: ReadonlyMap<string, PersonDescription>;
  readonly room: RoomView;
  /** Of which the gathering is one. */
  readonly series: Series | undefined;
}

/** The video room: none, one that is for others, or the way in. */
export type RoomView = "none" | "for-others" | { readonly link: string };

/** A session with who comes. */
export interface SessionView {
  readonly session: HeldSession;
  readonly going: SeatsView;
  /** Undefined when there are no seats to listen in. */
  readonly audience: SeatsView | undefined;
  readonly maybe: number;
  readonly own: OwnRsvp | undefined;
  /** Those who have a place, as far as the reader may know and the page has room. */
  readonly names: readonly RsvpEntry[];
}

/** How places of one kind stand, in people. */
export interface SeatsView {
  readonly taken: number;
  /** Null is no limit. */
  readonly free: number | null;
  readonly waiting: number;
}

/** What the reader answered. */
export interface OwnRsvp {
  readonly entry: RsvpEntry;
  /** The place on the waiting list, counted from 1; undefined when not waiting. */
  readonly position: number | undefined;
}

/** Reads what the page needs. */
export async function readGatheringView(visit: GatheringVisit): Promise<GatheringView> {
  const { application, gathering, standing, c } = visit;
  const { read } = application;
  const poll = await pollOfGathering(read, gathering.id);
  const sessions = await readSessions(read, gathering, visit);
  const named = sessions.flatMap(({ names }) => names.map(({ person }) => person));
  return {
    visit,
    sessions,
    poll,
    pollIsOpen: poll !== undefined && isOpen(poll, c.var.frame.now) && gathering.state === "asking-when",
    answered: poll === undefined ? 0 : await countAnswerers(read, poll.id),
    interested: await countInterested(read, gathering.id),
    interest: standing.personId === undefined ? "never" : await interestOf(read, gathering.id, standing.personId),
    people: await describePeople(read, [gathering.organiserId, ...named]),
    room: await readRoom(visit, sessions),
    series: await seriesOfGathering(read, gathering.id),
  };
}

/** Once a gathering has a date and until it is over. */
async function readRoom(
  { application, gathering, standing }: GatheringVisit,
  sessions: readonly SessionView[],
): Promise<RoomView> {
  if (gathering.state !== "date-set") return "none";
  const link = await roomOf(application.read, gathering.id);
  if (link === undefined) return "none";
  const entries = sessions.flatMap(({ own, session }) =>
    own === undefined || session.cancelledAt !== undefined ? [] : [own.entry],
  );
  return mayEnter({ organises: standing.organises, entries }) ? { link } : "for-others";
}

/** Whether a poll takes answers at this instant; its closing job may be late. */
export function isOpen(poll: SchedulingPoll, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, poll.closedAt ?? poll.closesAt) < 0;
}

async function readSessions(
  read: Database,
  gathering: Gathering,
  { standing }: GatheringVisit,
): Promise<readonly SessionView[]> {
  const sessions = await sessionsOf(read, gathering.id);
  const own: ReadonlyMap<string, RsvpEntry> =
    standing.personId === undefined
      ? new Map<string, RsvpEntry>()
      : await rsvpsOfPerson(read, gathering.id, standing.personId);
  return Promise.all(
    sessions.map(async (session) => {
      const totals = await rsvpTotals(read, session.id);
      const entry = own.get(session.id);
      const wanted = { answer: "going", standing: "confirmed" } as const;
      return {
        session,
        going: seatsOf(totals, "going", gathering),
        audience: gathering.audienceCapacity === 0 ? undefined : seatsOf(totals, "audience", gathering),
        maybe: peopleIn(totals, "maybe", "noted"),
        own: entry === undefined ? undefined : { entry, position: await positionOf(read, session, entry) },
        names: standing.readsNames ? await rsvpsStanding(read, session.id, wanted, mostNames) : [],
      };
    }),
  );
}

type Totals = Awaited<ReturnType<typeof rsvpTotals>>;

function seatsOf(totals: Totals, answer: SeatedAnswer, gathering: Gathering): SeatsView {
  const taken = peopleIn(totals, answer, "confirmed");
  const capacity = capacityOf(answer, gathering);
  return {
    taken,
    free: capacity === null ? null : Math.max(0, capacity - taken),
    waiting: peopleIn(totals, answer, "waiting"),
  };
}

function peopleIn(totals: Totals, answer: RsvpAnswer, standing: RsvpEntry["standing"]): number {
  return totals.find((total) => total.answer === answer && total.standing === standing)?.people ?? 0;
}

async function positionOf(read: Database, session: HeldSession, entry: RsvpEntry): Promise<number | undefined> {
  return entry.standing === "waiting" ? placeInQueue(read, session.id, entry) : undefined;
}
