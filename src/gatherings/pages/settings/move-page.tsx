import { Form } from "../../../ui/components/form.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import type { HeldSession } from "../../store/sessions.read.ts";
import { gatheringPath } from "../addresses.ts";
import { startText } from "../asking/native-labels.ts";
import { FormPage } from "../form-page.tsx";
import { timeLabels, TimeFields } from "../time-fields.tsx";
import type { GatheringVisit } from "../visit.ts";

interface MovePageProps {
  readonly visit: GatheringVisit;
  readonly session: HeldSession;
  readonly form: FormState;
}

/** Moving one session to another time, with the reason. */
export function MovePage({ visit, session, form }: MovePageProps) {
  const { c, gathering } = visit;
  const { frame, t } = c.var;
  const { time } = session;
  return (
    <FormPage
      visit={visit}
      title={t("gatherings.settings.move", { time: t.briefDateTime(session.startsAt, time.zone) })}
      sentence={t("gatherings.settings.move-explained")}
      notice={<RefusalSummary form={form} fields={timeLabels(t, ["start"])} />}
    >
      <Form frame={frame} action={`${gatheringPath(gathering)}/sessions/${session.id}/time`}>
        <TimeFields
          form={form}
          starts={[{ name: "start", value: startText(time) }]}
          zone={time.zone}
          lengthMinutes={time.lengthMinutes}
        />
        <TextArea
          name="reason"
          label={t("gatherings.choosing.reason")}
          hint={t("gatherings.settings.reason-told")}
          form={form}
          rows={3}
          maxlength={2000}
        />
        <Submit>{t("gatherings.settings.move-submit")}</Submit>
      </Form>
    </FormPage>
  );
}
