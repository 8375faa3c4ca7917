import { languages } from "../../../kernel/i18n/language.ts";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import { consentCatalogues } from "../../messages/consent/catalogue.ts";
import { reviewAnswers } from "../../model/consent/review.ts";
import { consentAnswers, type RoundKind } from "../../model/consent/rounds.ts";

/** What can be picked in the poll of a round, in order; undefined for a round that is no poll. */
export function pollAnswers(kind: RoundKind): readonly string[] | undefined {
  if (kind === "consent") return consentAnswers;
  return kind === "review" ? reviewAnswers : undefined;
}

/** The names of the poll's options; never changed once a poll is out. */
export function pollLabels(kind: RoundKind, t: Translator): readonly string[] {
  if (kind === "consent") return consentAnswers.map((answer) => t(`decisions.consent.answer.${answer}`));
  return kind === "review" ? reviewAnswers.map((answer) => t(`decisions.consent.review-answer.${answer}`)) : [];
}

/** The answer that a vote names to the letter, in whichever language the poll went out; undefined where there is none. */
export function answerLabelled(kind: RoundKind, label: string): string | undefined {
  const prefix = kind === "consent" ? "decisions.consent.answer." : "decisions.consent.review-answer.";
  return pollAnswers(kind)?.find((answer) =>
    languages.some((language) => consentCatalogues[language][`${prefix}${answer}`] === label),
  );
}
