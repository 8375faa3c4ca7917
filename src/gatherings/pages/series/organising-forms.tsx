import { Select } from "../../../ui/components/choice.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { gatheringPath } from "../addresses.ts";
import type { SeriesView } from "./series-view.ts";

/** Leaving one of the dates out that are not announced yet. */
export function LeavingOutForm({ view, form }: { readonly view: SeriesView; readonly form: FormState }) {
  const { frame, t } = view.visit.c.var;
  const open = view.ahead.filter(({ gatheringId, reason }) => gatheringId === undefined && reason === "");
  if (open.length === 0) return null;
  return (
    <Section
      id="leave-out"
      title={t("gatherings.series.leave-out")}
      explained={t("gatherings.series.leave-out-explained")}
    >
      <Form frame={frame} action={`${gatheringPath(view.visit.gathering)}/series/left-out`}>
        <Select
          name="date"
          label={t("gatherings.series.date")}
          form={form}
          options={open.map(({ date, startsAt }) => ({
            value: date.toString(),
            label: t.briefDateTime(startsAt, view.series.zone),
          }))}
        />
        <TextArea name="reason" label={t("gatherings.series.reason")} form={form} rows={2} maxlength={2000} />
        <Submit kind="quiet">{t("gatherings.series.leave-out-submit")}</Submit>
      </Form>
    </Section>
  );
}

/** Ending the series. */
export function EndingForm({ view }: { readonly view: SeriesView }) {
  const { frame, t } = view.visit.c.var;
  return (
    <Section id="end" title={t("gatherings.series.end")} explained={t("gatherings.series.end-explained")}>
      <Form frame={frame} action={`${gatheringPath(view.visit.gathering)}/series/end`}>
        <Submit kind="stop">{t("gatherings.series.end-submit")}</Submit>
      </Form>
    </Section>
  );
}
