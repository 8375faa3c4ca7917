import { compareFractions, fraction, zero } from "../../kernel/base/fraction.ts";
import type { Fraction } from "../../kernel/base/fraction.ts";
import type { Availability } from "./availability.ts";
import type { PersonId, SlotId } from "./gathering.ts";
import { nightMinutes } from "./night.ts";
import type { ZoneGroup } from "./night.ts";
import type { SessionTime } from "./session.ts";

/** Somebody who was asked when, with what they answered and where they live. */
export interface PollParticipant {
  readonly person: PersonId;
  /** The host of the fediverse instance they belong to, or null. */
  readonly instance: string | null;
  /** Their IANA zone, or null when it is not known. */
  readonly zone: string | null;
  readonly availability: ReadonlyMap<SlotId, Availability>;
}

/** How well a choice of slots serves one instance or one zone; counts those who answered. */
export interface GroupCoverage {
  /** The host or the zone. */
  readonly name: string;
  readonly people: number;
  /** How many of them can come to at least one chosen slot, if need be. */
  readonly covered: number;
  /** What the choice is worth to them on average, from 0 to 1. */
  readonly mean: Fraction;
  /** False when none of them can come to any slot of the poll, so that no choice could serve them. */
  readonly canBeServed: boolean;
}

/** How much of a gathering is night in one zone. */
export interface NightBurden {
  readonly zone: string;
  readonly people: number;
  /** Minutes of night in each session, in the order of the sessions. */
  readonly nightMinutes: readonly number[];
  /** The part of all sessions together that is night, from 0 to 1. */
  readonly share: Fraction;
  /** Whether every session has some night in it, so that these people cannot come in their day. */
  readonly alwaysAtNight: boolean;
}

/** What an answer is worth in halves, so that all sums are of integers: yes 2, if need be 1, no or no answer 0. */
export function worthInHalves(answer: Availability | undefined): 0 | 1 | 2 {
  if (answer === "yes") return 2;
  return answer === "if-need-be" ? 1 : 0;
}

/** What chosen slots are worth to a person: the best of their answers in them, in halves. */
export function bestWorth(participant: PollParticipant, slots: readonly SlotId[]): number {
  return Math.max(0, ...slots.map((slot) => worthInHalves(participant.availability.get(slot))));
}

/**
 * How a choice of slots serves each group, the worst-served first, equals by name; for the bars of a drawing.
 *
 * `groupOf` gives a person's instance or zone; those with none are in no group. Only people who answered count: the silent
 * would make their group look unserved whatever is chosen.
 */
export function coverageBy(
  answered: readonly PollParticipant[],
  slots: readonly SlotId[],
  groupOf: (participant: PollParticipant) => string | null,
): readonly GroupCoverage[] {
  const groups = Map.groupBy(answered, groupOf);
  return [...groups]
    .flatMap(([name, members]) => (name === null ? [] : [coverageOf(name, members, slots)]))
    .toSorted((one, other) => compareFractions(one.mean, other.mean) || (one.name < other.name ? -1 : 1));
}

/** The first of these groups, worst first, that a choice could serve at all; null when there is none. */
export function worstServed(groups: readonly GroupCoverage[]): GroupCoverage | null {
  return groups.find((group) => group.canBeServed) ?? null;
}

/** How many people live in each zone, in order of its name; those whose zone is not known are left out. */
export function zonesOf(participants: readonly PollParticipant[]): readonly ZoneGroup[] {
  return [...Map.groupBy(participants, (participant) => participant.zone)]
    .flatMap(([zone, members]) => (zone === null ? [] : [{ zone, people: members.length }]))
    .toSorted((one, other) => (one.zone < other.zone ? -1 : 1));
}

/** How much of the sessions is night in each zone, the heaviest burden first, equals by name; for the bars of a drawing. */
export function nightBurdens(sessions: readonly SessionTime[], zones: readonly ZoneGroup[]): readonly NightBurden[] {
  const allMinutes = sessions.reduce((sum, session) => sum + session.lengthMinutes, 0);
  return zones
    .map(({ zone, people }) => {
      const minutes = sessions.map((session) => nightMinutes(session, zone));
      const share = allMinutes === 0 ? zero : fraction(sum(minutes), allMinutes);
      return {
        zone,
        people,
        nightMinutes: minutes,
        share,
        alwaysAtNight: minutes.length > 0 && Math.min(...minutes) > 0,
      };
    })
    .toSorted((one, other) => compareFractions(other.share, one.share) || (one.zone < other.zone ? -1 : 1));
}

function coverageOf(name: string, members: readonly PollParticipant[], slots: readonly SlotId[]): GroupCoverage {
  const worths = members.map((member) => bestWorth(member, slots));
  return {
    name,
    people: members.length,
    covered: worths.filter((worth) => worth > 0).length,
    mean: fraction(sum(worths), 2 * members.length),
    canBeServed: members.some((member) => bestWorth(member, [...member.availability.keys()]) > 0),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
