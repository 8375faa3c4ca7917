import { isLanguage, languages, nativeNames } from "../../../kernel/i18n/language.ts";
import { CheckGroup } from "../../../ui/components/choice.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { minutesBounds } from "../../model/minutes/minutes.ts";
import { FormPage } from "../form-page.tsx";
import { minutesPath, type MinutesVisit } from "./minutes-view.ts";

/** Choosing the languages of the minutes, and writing a foreword in each. */
export function ForewordPage({ visit, found, form }: MinutesVisit & { readonly form: FormState }) {
  const { c, gathering } = visit;
  const { t, frame } = c.var;
  const label = t("gatherings.minutes.foreword.languages");
  const chosen = form.typed["languages"]?.filter(isLanguage) ?? found.languages;
  return (
    <FormPage
      visit={visit}
      title={t("gatherings.minutes.foreword.title")}
      sentence={t("gatherings.minutes.foreword.sentence")}
      notice={<RefusalSummary form={form} fields={{ languages: label }} />}
    >
      <Form frame={frame} action={`${minutesPath(gathering)}/foreword`} draft={`foreword-${gathering.id}`}>
        <CheckGroup
          name="languages"
          label={label}
          hint={t("gatherings.minutes.foreword.languages-hint")}
          form={form}
          values={found.languages}
          options={languages.map((value) => ({ value, label: nativeNames[value] }))}
        />
        {[...chosen, ...languages.filter((one) => !chosen.includes(one))].map((language, place) => (
          <ForewordIn
            language={language}
            form={form}
            value={found.minutes.forewords[language] ?? ""}
            rows={place < chosen.length ? 6 : 2}
          />
        ))}
        <Submit>{t("gatherings.minutes.foreword.save")}</Submit>
      </Form>
    </FormPage>
  );
}

interface ForewordInProps {
  readonly language: (typeof languages)[number];
  readonly form: FormState;
  readonly value: string;
  readonly rows: number;
}

function ForewordIn({ language, form, value, rows }: ForewordInProps) {
  const { t } = form;
  return (
    <TextArea
      name={`foreword-${language}`}
      label={t("gatherings.minutes.foreword.in", { language: nativeNames[language] })}
      form={form}
      value={value}
      rows={rows}
      maxlength={minutesBounds.foreword}
      optional
    />
  );
}
