import { Choice } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { rhythmsFrom, ruleOf, shapeOf } from "../../model/series/rule-shape.ts";
import { announceDays, mostOtherTimes } from "../../model/series/series.ts";
import type { SessionTime } from "../../model/session.ts";
import { gatheringPath } from "../addresses.ts";
import { FormPage } from "../form-page.tsx";
import type { GatheringVisit } from "../visit.ts";
import { shapeInWords } from "./rule-words.ts";

interface MakingPageProps {
  readonly visit: GatheringVisit;
  readonly form: FormState;
  /** When the gathering is held, which is the first date. */
  readonly first: SessionTime;
}

/** Making a gathering the first of a series. */
export function MakingPage({ visit, form, first }: MakingPageProps) {
  const { c, gathering } = visit;
  const { frame, t } = c.var;
  const label = (name: string) => t(`gatherings.series.field.${name}`);
  const field = (name: string) => ({ name, label: label(name), hint: t(`gatherings.series.field-hint.${name}`), form });
  const date = first.start.toPlainDate();
  const rhythms = rhythmsFrom(date).map((rhythm) => {
    const rule = ruleOf(rhythm, date);
    return { value: rhythm, label: shapeInWords(t, shapeOf(rule, first.start), rule) };
  });
  const names = ["rhythm", "rule", "count", "until", "announceDays", "otherTimes"];
  return (
    <FormPage
      visit={visit}
      title={t("gatherings.series.make")}
      sentence={t("gatherings.series.make-sentence")}
      notice={<RefusalSummary form={form} fields={Object.fromEntries(names.map((name) => [name, label(name)]))} />}
      after={{ title: t("gatherings.series.after-title"), words: t("gatherings.series.after") }}
    >
      <Form frame={frame} action={`${gatheringPath(gathering)}/series`}>
        <Choice
          name="rhythm"
          label={label("rhythm")}
          form={form}
          options={[...rhythms, { value: "rule", label: t("gatherings.series.by-rule") }]}
          value="two-weeks"
        />
        <Field {...field("rule")} optional maxlength={200} autocomplete="off" />
        <Field {...field("count")} type="number" inputmode="numeric" min={1} max={500} optional />
        <Field {...field("until")} type="date" optional />
        <Field
          {...field("announceDays")}
          type="number"
          inputmode="numeric"
          min={announceDays.least}
          max={announceDays.most}
          value={announceDays.usual}
        />
        <Field {...field("otherTimes")} optional maxlength={6 * mostOtherTimes + 6} autocomplete="off" />
        <Submit>{t("gatherings.series.make-submit")}</Submit>
        <VisibilityLine>{t("gatherings.series.make-visible")}</VisibilityLine>
      </Form>
    </FormPage>
  );
}
