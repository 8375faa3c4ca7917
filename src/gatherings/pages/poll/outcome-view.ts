import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import { bestChoices, reportChoice, type PollStanding, type SlotChoice } from "../../model/choose-slots.ts";
import type { SlotId } from "../../model/gathering.ts";
import { interestVersion } from "../../store/poll-counts.read.ts";
import { answersOf } from "../../store/polls.read.ts";
import { sessionsOf } from "../../store/sessions.read.ts";
import { askedPeople } from "./asked-people.ts";
import type { PollView } from "./poll-view.ts";

/** So many people's answers are weighed; a gathering of more is no longer found by asking everybody. */
const mostAnswerers = 2_000;

/** What came of a scheduling poll. */
export interface OutcomeView extends Weighed {
  readonly view: PollView;
  /** Whoever is left out, as organisers see them; empty for others. */
  readonly people: ReadonlyMap<string, PersonDescription>;
}

interface Weighed {
  /** The best single time, pair and triple. */
  readonly best: readonly SlotChoice[];
  /** What was chosen, if it was chosen among the times of this poll. */
  readonly chosen: SlotChoice | undefined;
}

/** Weighs the answers of a poll that is closed; undefined while it is open, and when nobody answered. */
export async function readOutcome(view: PollView): Promise<OutcomeView | undefined> {
  const { application, standing } = view.visit;
  if (view.isOpen || view.answered === 0) return undefined;
  const weighed = await weigh(view);
  if (!standing.organises) return { ...weighed, view, people: new Map() };
  const leftOut = weighed.best.flatMap((choice) => choice.leftOut.map(({ person }) => person));
  return { ...weighed, view, people: await describePeople(application.read, leftOut) };
}

// The search looks at every triple: up to a second for a poll of sixty times and a thousand people. What a closed poll gives
// stays the same for as long as the same people were asked and the same times are chosen.
const known = new Map<string, Weighed>();
const mostKnown = 50;

async function weigh(view: PollView): Promise<Weighed> {
  const { application, gathering } = view.visit;
  const chosen = await chosenSlots(view);
  const version = await interestVersion(application.read, gathering.id);
  const key = [view.poll.id, view.answered, version, ...chosen].join(" ");
  const found = known.get(key);
  if (found !== undefined) return found;
  const poll = await readStanding(view);
  const weighed = { best: bestChoices(poll), chosen: chosen.length === 0 ? undefined : reportChoice(poll, chosen) };
  const oldest = known.keys().next();
  if (known.size >= mostKnown && !oldest.done) known.delete(oldest.value);
  known.set(key, weighed);
  return weighed;
}

async function readStanding({ visit, poll, slots }: PollView): Promise<PollStanding> {
  const { read } = visit.application;
  const answers = await answersOf(read, poll.id, mostAnswerers);
  const people = await askedPeople(read, visit.gathering.id, answers);
  return { slots: slots.map(({ id, time }) => ({ id, time })), people };
}

/** The slots at whose times sessions are held. */
async function chosenSlots({ visit, slots }: PollView): Promise<readonly SlotId[]> {
  const sessions = await sessionsOf(visit.application.read, visit.gathering.id);
  const held = sessions.filter((session) => session.cancelledAt === undefined);
  return slots.flatMap(({ id, startsAt }) => (held.some((session) => session.startsAt.equals(startsAt)) ? [id] : []));
}
