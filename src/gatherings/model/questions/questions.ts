/** What an RSVP may ask besides whether somebody comes; organisers choose which of them. */
export const askableQuestions = ["languages", "access", "recording", "introduction", "exchange", "conduct"] as const;
export type Question = (typeof askableQuestions)[number];

/** Whether somebody may be recorded: yes, no, or only without their name or picture. */
export const recordingConsents = ["yes", "unnamed", "no"] as const;
export type RecordingConsent = (typeof recordingConsents)[number];

/** Most characters of an introduction, and of what somebody brings or seeks. */
export const longestIntroduction = 500;

/** What somebody answered, all but their access needs. */
export interface QuestionAnswers {
  /** Primary language tags. */
  readonly languages: readonly string[];
  /** Null while unanswered. */
  readonly recording: RecordingConsent | null;
  readonly introduction: string;
  readonly brings: string;
  readonly seeks: string;
}

/** What somebody needs to take part. */
export interface AccessNeeds {
  readonly captions: boolean;
  /** Which sign language; empty for none. */
  readonly signLanguage: string;
  readonly other: string;
}

export const noAnswers: QuestionAnswers = { languages: [], recording: null, introduction: "", brings: "", seeks: "" };
export const noNeeds: AccessNeeds = { captions: false, signLanguage: "", other: "" };

/** What organisers see of all answers: numbers, never whose. */
export interface AnswersSummary {
  readonly people: number;
  /** How many speak each language, the most spoken first. */
  readonly languages: readonly (readonly [language: string, people: number])[];
  /** False as soon as one person does not simply agree; how many that are is nobody's to know. */
  readonly everyoneAgreesToRecording: boolean;
}

/**
 * The answers of a gathering in numbers. `summaryOf([{ ...noAnswers, recording: "no" }])` has one person and no agreement to a recording;
 * somebody who has not answered has not agreed.
 */
export function summaryOf(answers: readonly QuestionAnswers[]): AnswersSummary {
  const counts = new Map<string, number>();
  for (const language of answers.flatMap(({ languages }) => [...new Set(languages)])) {
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return {
    people: answers.length,
    languages: [...counts].toSorted(([one, some], [other, more]) => more - some || (one < other ? -1 : 1)),
    everyoneAgreesToRecording: answers.length > 0 && answers.every(({ recording }) => recording === "yes"),
  };
}

/** For how long answers are kept after a gathering, unless its community says otherwise. */
export const usualKeepingDays = 30;

/** For how long they are kept after the last change at a gathering that never got a date. */
export const undatedKeepingDays = 90;

/** When the answers to a gathering are deleted: so many days after the end of its last session; undefined while it has none. */
export function deletionAt(ends: readonly Temporal.Instant[], days: number): Temporal.Instant | undefined {
  const last = ends.toSorted(Temporal.Instant.compare).at(-1);
  return last?.add({ hours: 24 * days });
}
