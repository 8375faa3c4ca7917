import type { Translator } from "../../../kernel/i18n/translator.ts";
import type { Circle } from "../../../circles/index.ts";
import { Select } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Details } from "../../../ui/components/section.tsx";
import { textOf, type FormInput } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import type { Matter } from "../../model/charter/charter.ts";
import { askedForConsent, consentRulesOf, type ConsentRules } from "../../model/charter/consent-way.ts";
import { silenceKinds } from "../../model/consent/silence.ts";

/** What a form says of a matter that is decided by consent. */
export const partsOfConsentMatter = ["asks", "silence", "clarifyDays", "reactDays"] as const;

interface ConsentMatterProps {
  readonly t: Translator;
  readonly form: FormState;
  readonly place: number;
  readonly matter: Matter | undefined;
  readonly circles: readonly Circle[];
}

/** Whom a matter asks for consent, what silence means, and how long the first rounds last; of no matter to other ways. */
export function ConsentMatterFields({ t, form, place, matter, circles }: ConsentMatterProps) {
  const rules = matter === undefined ? undefined : consentRulesOf(matter);
  const nameOf = (name: string) => `matters.${place}.${name}`;
  const field = (name: (typeof partsOfConsentMatter)[number]) => ({
    name: nameOf(name),
    label: t(`decisions.charter.field.${name}`),
    form,
  });
  const isFaulty = partsOfConsentMatter.some((name) => nameOf(name) in form.faults);
  const asked = askedForConsent.map((value) => ({ value, label: t(`decisions.electorate.kind.${value}`) }));
  const ofCircles = circles.map(({ id, name }) => ({ value: `circle:${id}`, label: name }));
  const days = { type: "number", min: 1, max: 60, optional: true } as const;
  return (
    <Details summary={t("decisions.charter.of-consent")} open={isFaulty || rules !== undefined}>
      <Select {...field("asks")} options={[...asked, ...ofCircles]} value={askedBy(rules)} />
      <Select
        {...field("silence")}
        options={silenceKinds.map((value) => ({ value, label: t(`decisions.consent.silence.${value}`) }))}
        value={rules?.silence ?? "quorum"}
      />
      <Field {...field("clarifyDays")} {...days} value={rules?.clarifyDays} />
      <Field {...field("reactDays")} {...days} value={rules?.reactDays} />
    </Details>
  );
}

function askedBy(rules: ConsentRules | undefined): string {
  if (rules === undefined) return "members";
  return rules.electorate === "circle" ? `circle:${rules.circleId}` : rules.electorate;
}

/** What the form sent of one matter, as the commands take it. */
export function consentMatterIn(sent: FormInput, place: number): Readonly<Record<string, string>> {
  return Object.fromEntries(partsOfConsentMatter.map((name) => [name, textOf(sent, `matters.${place}.${name}`)]));
}
