import type { Translator } from "../../../kernel/i18n/translator.ts";
import type { ConsentRules } from "../../model/charter/consent-way.ts";
import { askedWords } from "../electorate/electorate-words.ts";

/** The rules of a matter that is decided by consent, sentence by sentence. */
export function consentInWords(t: Translator, rules: ConsentRules): readonly string[] {
  const { electorate: kind, circleId, circleName, silence, quorumPercent: percent } = rules;
  return [
    t("decisions.charter.consent.rule"),
    askedWords(t, { kind, circleId, circleName, challengeDays: 0 }),
    t(`decisions.charter.consent.silence.${silence}`, { percent }),
    t("decisions.consent.rules.days", {
      clarify: rules.clarifyDays,
      react: rules.reactDays,
      consent: rules.consentDays,
    }),
  ];
}
