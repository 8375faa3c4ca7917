import { z } from "zod";
import { silenceKinds } from "../../model/consent/silence.ts";
import { longestReaction, usualDays, type RoundDays } from "../../model/consent/timeouts.ts";
import { mostTermMonths, usualTermMonths } from "../../model/consent/version.ts";
import { longestPost } from "../../model/thread.ts";
import { circleInput } from "../electorate/choose-electorate.ts";
import { communityInput, idInput, textInput, titleInput } from "../inputs.ts";

/** What every command about one consent process is told. */
export const aboutConsent = { communityId: communityInput, consentId: idInput };

/** By what way an answer came. */
export const wayInput = z.enum(["web", "reply", "native-poll"]).default("web");

/** Something said that may be nothing. */
export const wordsInput = z.string().trim().max(5_000).default("");

/** A reaction is one breath. */
export const reactionInput = z.string().trim().min(1).max(longestReaction);

/** The matter of the charter that a draft is about; empty for none. */
export const matterInput = z.string().max(64).default("");

const longWords = z.string().trim().max(longestPost).default("");
const fewDays = z.coerce.number().int().min(1).max(60);
/** A day in ISO 8601, or null for none. */
export const dayOrNothing = z
  .string()
  .max(10)
  .default("")
  .transform((text, problem) => {
    const day = dayIn(text);
    if (day === undefined) problem.addIssue("unreadable-date");
    return day ?? null;
  });

/** The words of a version. */
export const contentInput = {
  title: titleInput,
  text: textInput,
  measures: wordsInput,
  responsible: z.string().trim().max(300).default(""),
  termMonths: z.coerce.number().int().min(1).max(mostTermMonths).default(usualTermMonths),
};

/** What a draft says besides its words: why, how silence counts, and how long each round lasts. */
export const draftInput = {
  ...contentInput,
  need: longWords,
  aim: wordsInput,
  silence: z.enum(silenceKinds).default("quorum"),
  quorumPercent: z.coerce.number().int().min(1).max(100).default(50),
  clarifyDays: fewDays.default(usualDays.clarify),
  reactDays: fewDays.default(usualDays.react),
  consentDays: fewDays.default(usualDays.consent),
  hidesReactions: z.enum(["yes", "no"]).default("no"),
  startsOn: dayOrNothing,
  endsOn: dayOrNothing,
  ...circleInput,
};

/** The days of all rounds, with those that were set. */
export function roundDaysOf(set: {
  readonly clarifyDays: number;
  readonly reactDays: number;
  readonly consentDays: number;
}): RoundDays {
  return { ...usualDays, clarify: set.clarifyDays, react: set.reactDays, consent: set.consentDays };
}

/** A day in ISO 8601; null for none, undefined for what is no day. */
function dayIn(text: string): Temporal.PlainDate | null | undefined {
  if (text === "") return null;
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return undefined;
  }
}
