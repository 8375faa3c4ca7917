import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { structureOf } from "./structures.ts";
import type { StructureId } from "./structure.ts";
import type { TemplateBlock } from "./templates.ts";

/** For how many people and minutes a string can be suggested. */
export const stringBounds = { people: { least: 2, most: 500 }, minutes: { least: 10, most: 480 } } as const;

/** No string is suggested for so few or many. */
export interface StringOutOfRange {
  readonly kind: "string-out-of-range";
  readonly leastPeople: number;
  readonly mostPeople: number;
  readonly leastMinutes: number;
  readonly mostMinutes: number;
}

/** A part of a first gathering, and how far it can be stretched, in minutes. */
interface Part {
  readonly words: string;
  readonly structure: StructureId;
  readonly least: number;
  readonly good: number;
  readonly most: number;
  /** Takes its place when there is too little time; the greater, the later it is left out. */
  readonly weight: number;
}

/** A speaker has up to two minutes; above a dozen, one speaks for each instance. */
const mostSpeakers = 12;

/**
 * A string of structures for a first gathering of so many people and minutes, whose sum is exactly those minutes: welcome, short
 * introductions, strangers in pairs, one question from one to all, first steps, and what to do better. What does not fit is left out,
 * what is left over is room to talk, and long gatherings have a break.
 *
 * The order and the lengths are a design of ours. Refuses `string-out-of-range`.
 */
export function suggestString(people: number, minutes: number): Result<readonly TemplateBlock[], StringOutOfRange> {
  const { people: crowd, minutes: time } = stringBounds;
  if (!isWithin(people, crowd) || !isWithin(minutes, time)) {
    return refused({
      kind: "string-out-of-range",
      leastPeople: crowd.least,
      mostPeople: crowd.most,
      leastMinutes: time.least,
      mostMinutes: time.most,
    });
  }
  const parts = fitting(partsFor(people, minutes), minutes);
  const lengths = stretched(parts, minutes);
  return accepted(parts.flatMap((part, place) => blockOf(part, lengths[place] ?? 0)));
}

function isWithin(value: number, { least, most }: { readonly least: number; readonly most: number }): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function partsFor(people: number, minutes: number): readonly Part[] {
  const speakers = Math.min(people, mostSpeakers);
  const parts: readonly Part[] = [
    { words: "welcome", structure: "open-talk", least: 2, good: 5, most: 8, weight: 9 },
    {
      words: "intros",
      structure: "lightning-intros",
      least: speakers,
      good: 2 * speakers,
      most: 2 * speakers,
      weight: 4,
    },
    fixed("strangers", "impromptu-networking", 2),
    ...(minutes >= 120
      ? [{ words: "break", structure: "open-talk", least: 10, good: 10, most: 20, weight: 1 } as const]
      : []),
    fixed("what-we-want", "one-two-four-all", 3),
    { words: "open-room", structure: "open-talk", least: 0, good: 0, most: stringBounds.minutes.most, weight: 9 },
    { words: "first-steps", structure: "round", least: 5, good: 15, most: 30, weight: 5 },
    { words: "feedback", structure: "plus-delta", least: 2, good: 5, most: 8, weight: 9 },
  ];
  return parts.filter(({ structure }) => structureOf(structure).people.least <= people);
}

/** A part that takes exactly as long as the steps of its structure. */
function fixed(words: string, structure: StructureId, weight: number): Part {
  const minutes = structureOf(structure).minutes ?? 0;
  return { words, structure, least: minutes, good: minutes, most: minutes, weight };
}

/** Leaves out the lightest parts until the rest can be held. */
function fitting(parts: readonly Part[], minutes: number): readonly Part[] {
  if (parts.reduce((sum, { least }) => sum + least, 0) <= minutes) return parts;
  const lightest = Math.min(...parts.map(({ weight }) => weight));
  return fitting(
    parts.filter(({ weight }) => weight !== lightest),
    minutes,
  );
}

/** The lengths: first what is least, then what is good, then what is most, from the heaviest; the rest is room to talk. */
function stretched(parts: readonly Part[], minutes: number): readonly number[] {
  const lengths = parts.map(({ least }) => least);
  let left = minutes - lengths.reduce((sum, length) => sum + length, 0);
  for (const upTo of ["good", "most"] as const) {
    const order = [...parts.keys()].toSorted((one, other) => (parts[other]?.weight ?? 0) - (parts[one]?.weight ?? 0));
    for (const place of order) {
      const part = parts[place];
      if (part === undefined || part.words === "open-room") continue;
      const more = Math.max(0, Math.min(part[upTo] - (lengths[place] ?? 0), left));
      lengths[place] = (lengths[place] ?? 0) + more;
      left -= more;
    }
  }
  const room = parts.findIndex(({ words }) => words === "open-room");
  // Too little for a talk of its own makes the end unhurried.
  const receiver = left >= leastRoom ? room : parts.length - 1;
  lengths[receiver] = (lengths[receiver] ?? 0) + left;
  return lengths;
}

const leastRoom = 5;

function blockOf({ words, structure }: Part, minutes: number): readonly TemplateBlock[] {
  if (minutes === 0) return [];
  const own =
    structure === "round" && minutes >= (structureOf("fifteen-percent").minutes ?? 0) ? "fifteen-percent" : structure;
  return [{ words, minutes, structure: own, notes: structureOf(own).takesNotes && words !== "break" }];
}
