import { addFractions, fraction } from "../../kernel/base/fraction.ts";
import type { Fraction } from "../../kernel/base/fraction.ts";
import { bestWorth, coverageBy, nightBurdens, worstServed, zonesOf } from "./fairness.ts";
import type { GroupCoverage, NightBurden, PollParticipant } from "./fairness.ts";
import type { PersonId, SlotId } from "./gathering.ts";
import { nightMinutes } from "./night.ts";
import { searchSlots } from "./search-slots.ts";
import { mostSessions } from "./session.ts";
import type { Slot } from "./slots.ts";

/** A scheduling poll as it stands: its slots in order of time, and everybody who was asked. */
export interface PollStanding {
  readonly slots: readonly Slot[];
  readonly people: readonly PollParticipant[];
}

/** Somebody whom a choice leaves out: none of the slots suits them, or they answered nothing. */
export interface LeftOut {
  readonly person: PersonId;
  readonly why: "no-slot-suits" | "not-answered";
}

/** What a choice of slots means, for the organiser to weigh: "31 of 42, nobody from …". */
export interface SlotChoice {
  readonly slots: readonly SlotId[];
  /** Everybody who was asked. */
  readonly people: number;
  readonly answered: number;
  /** Those who can come to at least one of the slots, if need be; the 31 of 42 people. */
  readonly covered: number;
  /** Those of them who said yes to at least one. */
  readonly coveredByYes: number;
  /** What was maximised: the mean worth to all who answered plus the mean worth to the worst-served instance, 0 to 2. */
  readonly merit: Fraction;
  readonly leftOut: readonly LeftOut[];
  /** Worst-served first. */
  readonly instances: readonly GroupCoverage[];
  /** Worst-served first. */
  readonly zones: readonly GroupCoverage[];
  /** Heaviest first, over the zones of everybody asked. */
  readonly nights: readonly NightBurden[];
}

/** How many sessions may be looked for at once. */
export type SessionCount = 1 | 2 | 3;

/**
 * The best `count` slots (fewer if the poll has fewer), found by exact search, and what they mean.
 *
 * A person counts with the best of their answers in the slots chosen: yes 1, if need be ½, else 0. The best choice has the
 * greatest mean over all who answered plus mean over the worst-served instance, so that a large instance cannot buy its
 * convenience with the absence of a small one; ties go to more people covered, the better served worst zone, less night, earlier
 * slots. Unlike Rallly, whose rank `(yes + ifNeedBe) × 1000 + yes` looks at one slot at a time and neither at instances nor
 * zones (https://github.com/lukevella/rallly). Why so: decision record 0010.
 */
export function chooseSlots(poll: PollStanding, count: SessionCount): SlotChoice {
  const zones = zonesOf(poll.people);
  const toWeigh = poll.slots.map(({ id, time }) => ({
    id,
    nightCost: zones.reduce((sum, { zone, people }) => sum + people * nightMinutes(time, zone), 0),
  }));
  const places = searchSlots(toWeigh, poll.people.filter(hasAnyAnswer), count);
  return reportChoice(
    poll,
    places.flatMap((place) => poll.slots[place]?.id ?? []),
  );
}

/** The best single slot, pair and triple, as far as the poll has slots for them. */
export function bestChoices(poll: PollStanding): readonly SlotChoice[] {
  const counts = [1, 2, 3] as const;
  return counts
    .filter((count) => count <= Math.min(poll.slots.length, mostSessions))
    .map((count) => chooseSlots(poll, count));
}

/** What any choice of slots means, also one that an organiser prefers to the best. */
export function reportChoice(poll: PollStanding, chosen: readonly SlotId[]): SlotChoice {
  const answered = poll.people.filter(hasAnyAnswer);
  const worths = poll.people.map((one) => bestWorth(one, chosen));
  const total = worths.reduce((sum, halves) => sum + halves, 0);
  const instances = coverageBy(answered, chosen, (one) => one.instance);
  const mean = fraction(total, 2 * Math.max(1, answered.length));
  const worst = worstServed(instances);
  return {
    slots: chosen,
    people: poll.people.length,
    answered: answered.length,
    covered: worths.filter((halves) => halves > 0).length,
    coveredByYes: worths.filter((halves) => halves === 2).length,
    merit: worst === null ? mean : addFractions(mean, worst.mean),
    leftOut: poll.people.flatMap((one, place) => (worths[place] === 0 ? [leftOut(one)] : [])),
    instances,
    zones: coverageBy(answered, chosen, (one) => one.zone),
    nights: nightBurdens(
      poll.slots.filter(({ id }) => chosen.includes(id)).map(({ time }) => time),
      zonesOf(poll.people),
    ),
  };
}

function leftOut(participant: PollParticipant): LeftOut {
  return { person: participant.person, why: hasAnyAnswer(participant) ? "no-slot-suits" : "not-answered" };
}

function hasAnyAnswer(participant: PollParticipant): boolean {
  return participant.availability.size > 0;
}
