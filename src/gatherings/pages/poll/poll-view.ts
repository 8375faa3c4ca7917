import type { PersonAvailability, SlotCount } from "../../model/availability.ts";
import { startOf, type SessionTime } from "../../model/session.ts";
import { shadeOf, type Shade } from "../../model/night.ts";
import type { SlotId } from "../../model/gathering.ts";
import { slotCounts } from "../../store/poll-counts.read.ts";
import { answerOf, countAnswerers, pollOfGathering, type SchedulingPoll } from "../../store/polls.read.ts";
import { interestOf, type InterestStanding } from "../../store/interest.read.ts";
import { isOpen } from "../gathering/gathering-view.ts";
import type { GatheringVisit } from "../visit.ts";

/** What the page of a scheduling poll shows to this reader. */
export interface PollView {
  readonly visit: GatheringVisit;
  readonly poll: SchedulingPoll;
  readonly isOpen: boolean;
  readonly slots: readonly SlotView[];
  /** How many people have answered. */
  readonly answered: number;
  /** What the reader answered before. */
  readonly own: PersonAvailability | undefined;
  readonly interest: InterestStanding;
}

/** One candidate time as the reader's clocks show it, and how it stands. */
export interface SlotView {
  readonly id: SlotId;
  readonly time: SessionTime;
  readonly startsAt: Temporal.Instant;
  readonly shade: Shade;
  readonly count: SlotCount;
}

/** Reads the newest scheduling poll; undefined when nobody has asked when. */
export async function readPollView(visit: GatheringVisit): Promise<PollView | undefined> {
  const { application, gathering, standing, c } = visit;
  const { read } = application;
  const poll = await pollOfGathering(read, gathering.id);
  if (poll === undefined) return undefined;
  const answered = await countAnswerers(read, poll.id);
  const { personId } = standing;
  return {
    visit,
    poll,
    isOpen: isOpen(poll, c.var.frame.now) && gathering.state === "asking-when",
    slots: slotViews(poll, await slotCounts(read, poll, answered), c.var.reader.zone),
    answered,
    own: personId === undefined ? undefined : await answerOf(read, poll.id, personId),
    interest: personId === undefined ? "never" : await interestOf(read, gathering.id, personId),
  };
}

function slotViews(poll: SchedulingPoll, counts: readonly SlotCount[], readerZone: string): readonly SlotView[] {
  return poll.slots.flatMap((slot, place) => {
    const time = { start: slot.start, zone: poll.zone, lengthMinutes: poll.lengthMinutes };
    const count = counts[place];
    if (count === undefined) return [];
    return [{ id: slot.id, time, startsAt: startOf(time), shade: shadeOf(time, readerZone), count }];
  });
}
