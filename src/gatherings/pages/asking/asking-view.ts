import { formInput, textsOf, type FormInput } from "../../../ui/form-input.ts";
import { refusedForm, untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { slotsForNativePoll } from "../../model/native-poll.ts";
import { compareTimes, readSessionTime, startOf, type SessionTime } from "../../model/session.ts";
import { weighedByDebt, type NightDebt } from "../../model/series/night-debt.ts";
import { suggestTimes } from "../../model/slots.ts";
import { nightDebtOf } from "../../store/nights/night-debts.read.ts";
import { invitedZones, type InvitedZones } from "../poll/asked-people.ts";
import type { GatheringVisit } from "../visit.ts";
import { idFromStart, startText } from "./native-labels.ts";
import { proposedRange, readRange, type RangeField } from "./search-range.ts";

/** So many times are suggested at first; an organiser can add and leave out. */
const suggestions = 12;

/** The page on which an organiser looks for times and asks for them. */
export interface AskingView {
  readonly visit: GatheringVisit;
  /** The form in the address: where to look. */
  readonly search: FormState;
  readonly proposed: Readonly<Record<RangeField, string>>;
  readonly zone: string;
  readonly lengthMinutes: number;
  /** The times in question, in order. */
  readonly times: readonly SessionTime[];
  /** The starts that go into the native poll before anybody chooses. */
  readonly native: ReadonlySet<string>;
  /** Whose nights were looked at. */
  readonly zones: InvitedZones;
  /** How much night those on the list bore before. */
  readonly debt: NightDebt;
  readonly closesAt: Temporal.PlainDateTime;
}

/** Looks for times as the address says; times that were ticked in a form sent before stay in the list. */
export async function readAskingView(visit: GatheringVisit, sent: FormInput = {}): Promise<AskingView> {
  const { c, application, gathering } = visit;
  const { t, frame } = c.var;
  const typed = typedIn(c.req.url);
  const proposed = proposedRange(frame.now, gathering.zone);
  const read = readRange(typed, proposed);
  const zones = await invitedZones(application.read, gathering.id, read.ok ? read.value.added : []);
  const debt = await nightDebtOf(application.read, gathering.id);
  const weighed = weighedByDebt([...zones.known, ...zones.added], debt);
  const base = { visit, proposed, zones, debt };
  const none = { zone: gathering.zone, lengthMinutes: 60, times: [], native: new Set<string>() };
  if (!read.ok) {
    return {
      ...base,
      ...none,
      search: refusedForm(t, typed, read.refusal),
      closesAt: closingFor([], frame.now, gathering.zone),
    };
  }
  const { range } = read.value;
  const suggested = suggestTimes(range, weighed, suggestions, frame.now);
  const kept = textsOf(sent, "start").flatMap((start) => {
    const time = readSessionTime(start, range.zone, range.lengthMinutes);
    return time.ok ? [time.value] : [];
  });
  const times = withoutRepeats([...(suggested.ok ? suggested.value : []), ...kept]);
  const slots = times.map((time) => ({ id: idFromStart(time), time }));
  return {
    ...base,
    search: suggested.ok
      ? { ...untouchedForm(t), typed }
      : refusedForm(t, typed, Object.assign({ field: "last" }, suggested.refusal)),
    zone: range.zone,
    lengthMinutes: range.lengthMinutes,
    times,
    native: new Set(slotsForNativePoll(slots, weighed).map(({ time }) => startText(time))),
    closesAt: closingFor(times, frame.now, range.zone),
  };
}

function typedIn(url: string): FormInput {
  const read = formInput(new URL(url).searchParams);
  return read.ok ? read.value : {};
}

function withoutRepeats(times: readonly SessionTime[]): readonly SessionTime[] {
  const byStart = new Map(times.map((time) => [startText(time), time]));
  return [...byStart.values()].toSorted(compareTimes);
}

/** A week from now at eight in the evening, or the evening before the first time if that is sooner. */
function closingFor(times: readonly SessionTime[], now: Temporal.Instant, zone: string): Temporal.PlainDateTime {
  const evening = (instant: Temporal.Instant, days: number) =>
    instant.toZonedDateTimeISO(zone).toPlainDate().add({ days }).toPlainDateTime({ hour: 20 });
  const inAWeek = evening(now, 7);
  const [first] = times;
  if (first === undefined) return inAWeek;
  const before = evening(startOf(first), -1);
  return Temporal.PlainDateTime.compare(before, inAWeek) < 0 ? before : inAWeek;
}
