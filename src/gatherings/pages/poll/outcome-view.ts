import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import { bestChoices, reportChoice, type PollStanding, type SlotChoice } from "../../model/choose-slots.ts";
import type { SlotId } from "../../model/gathering.ts";
import { sessionsOf } from "../../store/sessions.read.ts";
import { askedPeople } from "./asked-people.ts";
import type { PollView } from "./poll-view.ts";

/** What came of a scheduling poll. */
export interface OutcomeView {
  readonly view: PollView;
  /** The best single time, pair and triple. */
  readonly best: readonly SlotChoice[];
  /** What was chosen, if it was chosen among the times of this poll. */
  readonly chosen: SlotChoice | undefined;
  /** Whoever is left out, as organisers see them; empty for others. */
  readonly people: ReadonlyMap<string, PersonDescription>;
}

/** Weighs the answers of a poll that is closed; undefined while it is open, and when nobody answered. */
export async function readOutcome(view: PollView): Promise<OutcomeView | undefined> {
  const { application, gathering, standing } = view.visit;
  if (view.isOpen || view.answers.length === 0) return undefined;
  const people = await askedPeople(application.read, gathering.id, view.answers);
  const poll: PollStanding = { slots: view.slots.map(({ id, time }) => ({ id, time })), people };
  const best = remembered(`${view.poll.id} ${people.length} ${view.answers.length}`, () => bestChoices(poll));
  const chosen = await chosenSlots(view);
  const leftOut = best.flatMap((choice) => choice.leftOut.map(({ person }) => person));
  return {
    view,
    best,
    chosen: chosen.length === 0 ? undefined : reportChoice(poll, chosen),
    people: standing.organises ? await describePeople(application.read, leftOut) : new Map(),
  };
}

/** The slots at whose times sessions are held. */
async function chosenSlots({ visit, slots }: PollView): Promise<readonly SlotId[]> {
  const sessions = await sessionsOf(visit.application.read, visit.gathering.id);
  const held = sessions.filter((session) => session.cancelledAt === undefined);
  return slots.flatMap(({ id, startsAt }) => (held.some((session) => session.startsAt.equals(startsAt)) ? [id] : []));
}

// The search looks at every triple: up to a second for a poll of sixty times and a thousand people. What a closed poll gives
// stays the same for as long as the same people were asked.
const known = new Map<string, readonly SlotChoice[]>();
const mostKnown = 50;

function remembered(key: string, weigh: () => readonly SlotChoice[]): readonly SlotChoice[] {
  const found = known.get(key);
  if (found !== undefined) return found;
  const choices = weigh();
  const oldest = known.keys().next();
  if (known.size >= mostKnown && !oldest.done) known.delete(oldest.value);
  known.set(key, choices);
  return choices;
}
