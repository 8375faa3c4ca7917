import type { Translator } from "../../../kernel/i18n/translator.ts";
import { languages as interfaceLanguages } from "../../../kernel/i18n/language.ts";
import { Check, CheckGroup, Choice } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { longestIntroduction, recordingConsents } from "../../model/questions/questions.ts";
import { communityPath, gatheringPath } from "../addresses.ts";
import type { QuestionsView } from "./questions-view.ts";

interface QuestionsFormProps {
  readonly view: QuestionsView;
  readonly form: FormState;
}

/** What is asked of those who come, with the promise of when it is deleted. */
export function QuestionsForm({ view, form }: QuestionsFormProps) {
  const { c, gathering } = view.visit;
  const { t, frame } = c.var;
  const { answers, asked } = view;
  const text = (name: "introduction" | "brings" | "seeks") => (
    <TextArea
      name={name}
      label={t(`gatherings.questions.field.${name}`)}
      hint={t(`gatherings.questions.hint.${name}`)}
      form={form}
      value={answers[name]}
      maxlength={longestIntroduction}
      rows={name === "introduction" ? 4 : 2}
      optional
    />
  );
  return (
    <Form frame={frame} action={`${gatheringPath(gathering)}/questions`}>
      {asked.includes("languages") && <LanguageFields view={view} form={form} />}
      {asked.includes("access") && <AccessFields view={view} form={form} />}
      {asked.includes("recording") && (
        <Choice
          name="recording"
          label={t("gatherings.questions.field.recording")}
          hint={t("gatherings.questions.hint.recording")}
          form={form}
          optional
          value={answers.recording ?? undefined}
          options={recordingConsents.map((value) => ({ value, label: t(`gatherings.questions.recording.${value}`) }))}
        />
      )}
      {asked.includes("introduction") && text("introduction")}
      {asked.includes("exchange") && text("brings")}
      {asked.includes("exchange") && text("seeks")}
      {asked.includes("conduct") && <ConductField view={view} form={form} />}
      <Submit>{t("gatherings.questions.send")}</Submit>
      <VisibilityLine>{t("gatherings.questions.visible", { days: view.keptDays })}</VisibilityLine>
    </Form>
  );
}

/** The labels of the fields, by name. */
export function questionLabels(t: Translator): Readonly<Record<string, string>> {
  const fields = [
    "languages",
    "moreLanguages",
    "captions",
    "signLanguage",
    "other",
    "recording",
    "introduction",
    "brings",
    "seeks",
    "acceptsConduct",
  ];
  return Object.fromEntries(fields.map((name) => [name, t(`gatherings.questions.field.${name}`)]));
}

function LanguageFields({ view, form }: QuestionsFormProps) {
  const { t } = view.visit.c.var;
  const more = view.answers.languages.filter((tag) => !interfaceLanguages.some((language) => language === tag));
  return (
    <>
      <CheckGroup
        name="languages"
        label={t("gatherings.questions.field.languages")}
        hint={t("gatherings.questions.hint.languages")}
        form={form}
        optional
        values={view.answers.languages}
        options={interfaceLanguages.map((value) => ({ value, label: t.languageName(value) }))}
      />
      <Field
        name="moreLanguages"
        label={t("gatherings.questions.field.moreLanguages")}
        hint={t("gatherings.questions.hint.moreLanguages")}
        form={form}
        value={more.map((tag) => t.languageName(tag)).join(", ")}
        maxlength={200}
        optional
        autocomplete="off"
      />
    </>
  );
}

function AccessFields({ view, form }: QuestionsFormProps) {
  const { t } = view.visit.c.var;
  const { needs } = view;
  return (
    <>
      <Check
        name="captions"
        label={t("gatherings.questions.field.captions")}
        hint={t("gatherings.questions.hint.captions")}
        form={form}
        checked={needs.captions}
      />
      <Field
        name="signLanguage"
        label={t("gatherings.questions.field.signLanguage")}
        hint={t("gatherings.questions.hint.signLanguage")}
        form={form}
        value={needs.signLanguage}
        maxlength={100}
        optional
        autocomplete="off"
      />
      <TextArea
        name="other"
        label={t("gatherings.questions.field.other")}
        hint={t("gatherings.questions.hint.other")}
        form={form}
        value={needs.other}
        maxlength={longestIntroduction}
        rows={2}
        optional
      />
    </>
  );
}

function ConductField({ view, form }: QuestionsFormProps) {
  const { t } = view.visit.c.var;
  const { community } = view.visit;
  if (view.conduct === undefined) return null;
  if (view.acceptsConduct) return <p>{t("gatherings.questions.conduct-accepted")}</p>;
  return (
    <>
      <input type="hidden" name="conductRead" value={view.conduct} />
      <Check
        name="acceptsConduct"
        label={t("gatherings.questions.field.acceptsConduct")}
        hint={t("gatherings.questions.hint.acceptsConduct")}
        form={form}
      />
      <p>
        <a href={`${communityPath(community)}#conduct`}>{t("gatherings.questions.read-conduct")}</a>
      </p>
    </>
  );
}
