import type { Id } from "../../../kernel/base/ids.ts";
import type { GatheringState, PersonId } from "../gathering.ts";
import type { MinutesRecord } from "./record.ts";

/** So long people may ask for corrections before the minutes are published. */
export const hoursForCorrections = 72;

/** The most characters of a foreword, of a correction, and of an answer to one. */
export const minutesBounds = { foreword: 5000, correction: 2000, answer: 2000 } as const;

/** The most corrections that wait at once, of one person and in all. */
export const mostWaiting = { ofPerson: 10, ofGathering: 200 } as const;

/** What is kept of a gathering's minutes beside what they are made of. */
export interface Minutes {
  /** The languages they come out in; empty stands for the gathering's own. */
  readonly languages: readonly string[];
  /** Markdown by language, as written. */
  readonly forewords: Readonly<Record<string, string>>;
  /** Whether the clock is not to publish them. */
  readonly isHeldBack: boolean;
  readonly announcedAt: Temporal.Instant | undefined;
  readonly correctionsUntil: Temporal.Instant | undefined;
  readonly publishedAt: Temporal.Instant | undefined;
  readonly changedAt: Temporal.Instant | undefined;
  /** What was published, frozen. */
  readonly record: MinutesRecord | undefined;
}

/** Minutes that nobody has touched. */
export const untouchedMinutes: Minutes = {
  languages: [],
  forewords: {},
  isHeldBack: false,
  announcedAt: undefined,
  correctionsUntil: undefined,
  publishedAt: undefined,
  changedAt: undefined,
  record: undefined,
};

/** Where minutes stand. `correcting`: the draft is out and corrections are waited for; `due`: they may be published. */
export type MinutesStanding = "not-yet" | "draft" | "correcting" | "due" | "published";

/** Where minutes stand at an instant; `minutesStanding(untouchedMinutes, "held", now)` is `draft`. */
export function minutesStanding(minutes: Minutes, state: GatheringState, now: Temporal.Instant): MinutesStanding {
  if (minutes.publishedAt !== undefined) return "published";
  if (state !== "held") return "not-yet";
  if (minutes.correctionsUntil === undefined) return "draft";
  return Temporal.Instant.compare(now, minutes.correctionsUntil) < 0 ? "correcting" : "due";
}

/** One thing to correct. */
export type CorrectionId = Id<"minutes-correction">;

/**
 * What became of a correction: it `waits`; it was `worked-in`, in the notes or the foreword; it is `printed` beneath the minutes in its own
 * words; or it was `answered` and nothing changed.
 */
export type CorrectionState = "waits" | "worked-in" | "printed" | "answered";

/** Something that somebody wants corrected, or that organisers corrected after the minutes were published. */
export interface Correction {
  readonly id: CorrectionId;
  readonly writerId: PersonId | undefined;
  readonly text: string;
  readonly sentAt: Temporal.Instant;
  readonly state: CorrectionState;
  readonly answer: string;
  readonly settledAt: Temporal.Instant | undefined;
  /** Whether organisers corrected it by themselves, after the minutes were published. */
  readonly byOrganisers: boolean;
}

/** Whether somebody wants to be named in the minutes. Whoever says nothing is not named. */
export type NameAnswer = "named" | "not-named";
