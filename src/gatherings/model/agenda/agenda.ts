import type { GatheringState } from "../gathering.ts";
import type { BlockWords } from "./block.ts";

/** What a published agenda says of a block. */
export type PublishedBlock = Pick<BlockWords, "title" | "minutes">;

/** What holds for an agenda as a whole. Versions count from 1. */
export interface Agenda {
  readonly version: number;
  readonly askedVersion: number | undefined;
  readonly consentedVersion: number | undefined;
  readonly consentedAt: Temporal.Instant | undefined;
  /** How many consented to the version that was consented to. */
  readonly consents: number;
  readonly publishedVersion: number | undefined;
  readonly publishedAt: Temporal.Instant | undefined;
  readonly publishedBlocks: readonly PublishedBlock[];
}

/** The agenda of a gathering that has none yet. */
export const unwrittenAgenda: Agenda = {
  version: 1,
  askedVersion: undefined,
  consentedVersion: undefined,
  consentedAt: undefined,
  consents: 0,
  publishedVersion: undefined,
  publishedAt: undefined,
  publishedBlocks: [],
};

/**
 * The version after a change: the next one if people were shown this one, by asking for consent or by publishing it. A draft that
 * nobody was shown stays the version it is.
 */
export function versionAfterChange({ version, askedVersion, publishedVersion }: Agenda): number {
  return askedVersion === version || publishedVersion === version ? version + 1 : version;
}

/** Where consent to an agenda stands. `changed` means that it was asked, or given, for an earlier version. */
export type ConsentStanding = "not-asked" | "asked" | "consented" | "changed";

/** Where consent stands; `consentStanding(unwrittenAgenda)` is `not-asked`. */
export function consentStanding({ version, askedVersion, consentedVersion }: Agenda): ConsentStanding {
  if (consentedVersion === version) return "consented";
  if (askedVersion === version) return "asked";
  return askedVersion === undefined ? "not-asked" : "changed";
}

/** Whether an agenda is open to changes and proposals: until its gathering was held or is called off. */
export function takesAgenda(state: GatheringState): boolean {
  return state === "idea" || state === "asking-when" || state === "date-set";
}
