import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { gatheringPath } from "../addresses.ts";
import { FormPage } from "../form-page.tsx";
import type { GatheringVisit } from "../visit.ts";

/** The next gathering of the same people: a copy with the list kept. */
export function AgainPage({ visit, form }: { readonly visit: GatheringVisit; readonly form: FormState }) {
  const { c, gathering } = visit;
  const { frame, t } = c.var;
  const labels = {
    title: t("gatherings.field.title"),
    purpose: t("gatherings.field.purpose"),
    handle: t("gatherings.field.handle"),
  };
  return (
    <FormPage
      visit={visit}
      title={t("gatherings.again.title")}
      sentence={t("gatherings.again.sentence")}
      notice={<RefusalSummary form={form} fields={labels} />}
      after={{ title: t("gatherings.series.after-title"), words: t("gatherings.again.after") }}
    >
      <Form frame={frame} action={`${gatheringPath(gathering)}/again`}>
        <Field
          name="title"
          label={labels.title}
          form={form}
          value={gathering.title}
          maxlength={120}
          autocomplete="off"
        />
        <TextArea
          name="purpose"
          label={labels.purpose}
          form={form}
          value={gathering.purpose}
          maxlength={280}
          rows={2}
        />
        <Field
          name="handle"
          label={labels.handle}
          hint={t("gatherings.again.handle-hint")}
          form={form}
          maxlength={30}
          optional
          autocomplete="off"
        />
        <Submit>{t("gatherings.again.submit")}</Submit>
        <VisibilityLine>{t("gatherings.again.visible")}</VisibilityLine>
      </Form>
    </FormPage>
  );
}
