/** Every structure that a block may have; a closed list, whose texts stand in the catalogues under the same names. */
export const structureIds = [
  "open-talk",
  "round",
  "consent-round",
  "lightning-intros",
  "plus-delta",
  "impromptu-networking",
  "one-two-four-all",
  "open-space",
  "triz",
  "troika-consulting",
  "crowd-sourcing",
  "conversation-cafe",
  "fishbowl",
  "what-so-what",
  "fifteen-percent",
  "shift-and-share",
] as const;

/** One structure: a facilitation form with fixed steps, or plain talk. */
export type StructureId = (typeof structureIds)[number];

/** Who is together in a step. `group` is a small group, `fishbowl` an inner and an outer circle, `board` a wall of topics. */
export type StepConfig = "one" | "group" | "all" | "fishbowl" | "board";

/** What a step leaves behind, for the notes. */
export type Harvest = "note" | "card" | "score" | "commitment";

/** How groups are made; the room that runs a structure reads it. */
export interface GroupPlan {
  /** `self`: people choose; `merge`: earlier groups are doubled; `roster`: as listed. */
  readonly solver: "groups" | "merge" | "self" | "roster";
  readonly size: number;
  /** Whoever is left over makes a group one larger. */
  readonly odd: "larger-group";
  readonly avoid: readonly ("met-before" | "same-instance")[];
  readonly require: readonly "common-language"[];
}

/** One step, named by its message `gatherings.agenda.step.<step>`. */
export interface StructureStep {
  readonly step: string;
  readonly seconds: number;
  readonly config: StepConfig;
  readonly plan?: GroupPlan;
  readonly collect?: Harvest;
  /** In silence. */
  readonly isSilent?: true;
  readonly endsWithBell?: true;
}

/** Steps that are gone through several times in the same order. */
export interface RepeatedSteps {
  readonly repeat: number;
  readonly steps: readonly StructureStep[];
}

/**
 * A structure as data, in Koinon's format, version 1.
 *
 * Title and invitation are messages: `gatherings.agenda.structure.<id>` and `gatherings.agenda.invitation.<id>`. `minutes` is the
 * sum of the steps; null for one that takes as long as its block and has no steps.
 */
export interface Structure {
  readonly id: StructureId;
  /** Null for one that has grown out of common practice. */
  readonly credit: { readonly by: string; readonly url: string } | null;
  /** How few and how many people it bears; null is no limit. */
  readonly people: { readonly least: number; readonly most: number | null };
  readonly minutes: number | null;
  readonly steps: readonly (StructureStep | RepeatedSteps)[];
  /** Whether notes are taken when a block of it is added. */
  readonly takesNotes: boolean;
}

/** Whether this part of a structure is gone through several times. */
export function isRepeated(part: StructureStep | RepeatedSteps): part is RepeatedSteps {
  return "repeat" in part;
}

/** How long steps take in all, in seconds; three rounds of 30 seconds are 90. */
export function secondsOf(parts: readonly (StructureStep | RepeatedSteps)[]): number {
  return parts.reduce((sum, part) => sum + (isRepeated(part) ? part.repeat * secondsOf(part.steps) : part.seconds), 0);
}
