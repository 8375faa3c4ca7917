import { doneKey } from "../../../ui/after-act.ts";
import { CheckGroup } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { hasFaults, type FormState } from "../../../ui/form-state.ts";
import { askableQuestions, type Question } from "../../model/questions/questions.ts";
import { gatheringPath } from "../addresses.ts";
import { FormPage } from "../form-page.tsx";
import type { GatheringVisit } from "../visit.ts";

interface ChoosingPageProps {
  readonly visit: GatheringVisit;
  readonly asked: readonly Question[];
  readonly keptDays: number;
  /** Whether the reader may change for how long answers are kept. */
  readonly isSteward: boolean;
  readonly form: FormState;
}

/** The page on which organisers choose what is asked, and stewards for how long it is kept. */
export function ChoosingPage({ visit, asked, keptDays, isSteward, form }: ChoosingPageProps) {
  const { c, gathering } = visit;
  const { t, frame } = c.var;
  const path = `${gatheringPath(gathering)}/questions`;
  const isKept = doneKey(c, ["kept"]) !== undefined && !hasFaults(form);
  return (
    <FormPage
      visit={visit}
      title={t("gatherings.questions.choosing-title")}
      sentence={t("gatherings.questions.choosing-sentence")}
      notice={
        isKept ? (
          <Notice t={t} what={t("gatherings.questions.keeping-done")} />
        ) : (
          <RefusalSummary
            form={form}
            fields={{ questions: t("gatherings.questions.choose"), days: t("gatherings.questions.keeping-days") }}
          />
        )
      }
    >
      <Form frame={frame} action={`${path}/choice`}>
        <CheckGroup
          name="questions"
          label={t("gatherings.questions.choose")}
          form={form}
          optional
          values={asked}
          options={askableQuestions.map((question) => ({
            value: question,
            label: t(`gatherings.questions.ask.${question}`),
            hint: t(`gatherings.questions.ask-hint.${question}`),
          }))}
        />
        <Submit>{t("gatherings.questions.choose-save")}</Submit>
        <VisibilityLine>{t("gatherings.questions.choose-visible")}</VisibilityLine>
      </Form>
      <Section id="keeping" title={t("gatherings.questions.keeping")}>
        <p>{t("gatherings.questions.keeping-now", { days: keptDays })}</p>
        {isSteward && (
          <Form frame={frame} action={`${path}/keeping`}>
            <Field
              name="days"
              label={t("gatherings.questions.keeping-days")}
              hint={t("gatherings.questions.keeping-hint")}
              form={form}
              type="number"
              inputmode="numeric"
              min={1}
              max={365}
              value={keptDays}
            />
            <Submit kind="quiet">{t("gatherings.questions.keeping-save")}</Submit>
          </Form>
        )}
      </Section>
    </FormPage>
  );
}
