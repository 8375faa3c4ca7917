import { Form } from "../../../ui/components/form.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { mostSessions } from "../../model/session.ts";
import { gatheringPath } from "../addresses.ts";
import { FormPage } from "../form-page.tsx";
import { TimeFields, timeLabels } from "../time-fields.tsx";
import type { GatheringVisit } from "../visit.ts";

interface DatingPageProps {
  readonly visit: GatheringVisit;
  readonly form: FormState;
}

/** The field of one session's start. */
export function startField(place: number): string {
  return `start-${place}`;
}

const startFields = Array.from({ length: mostSessions }, (_, place) => startField(place));

/** Setting the date without asking: one time or up to three, and why. */
export function DatingPage({ visit, form }: DatingPageProps) {
  const { c, gathering } = visit;
  const { frame, t } = c.var;
  return (
    <FormPage
      visit={visit}
      title={t("gatherings.dating.title")}
      sentence={t("gatherings.dating.sentence")}
      notice={<RefusalSummary form={form} fields={timeLabels(t, startFields)} />}
      after={{ title: t("gatherings.dating.after-title"), words: <p>{t("gatherings.dating.after")}</p> }}
    >
      <Form frame={frame} action={`${gatheringPath(gathering)}/date`}>
        <TimeFields
          form={form}
          starts={startFields.map((name) => ({ name }))}
          zone={gathering.zone}
          lengthMinutes={60}
        />
        <TextArea
          name="reason"
          label={t("gatherings.choosing.reason")}
          hint={t("gatherings.choosing.reason-hint")}
          form={form}
          rows={3}
          maxlength={2000}
        />
        <Submit>{t("gatherings.choosing.submit")}</Submit>
        <VisibilityLine>{t("gatherings.choosing.visible")}</VisibilityLine>
      </Form>
    </FormPage>
  );
}
