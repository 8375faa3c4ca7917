import { Form } from "../../../ui/components/form.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { gatheringPath } from "../addresses.ts";
import { FormPage } from "../form-page.tsx";
import type { GatheringVisit } from "../visit.ts";

/** Calling a gathering off, with the reason that everyone is told. */
export function CancellationPage({ visit, form }: { readonly visit: GatheringVisit; readonly form: FormState }) {
  const { c, gathering } = visit;
  const { frame, t } = c.var;
  const label = t("gatherings.choosing.reason");
  return (
    <FormPage
      visit={visit}
      title={t("gatherings.settings.cancel")}
      sentence={t("gatherings.settings.cancel-explained")}
      notice={<RefusalSummary form={form} fields={{ reason: label }} />}
    >
      <Form frame={frame} action={`${gatheringPath(gathering)}/cancellation`}>
        <TextArea
          name="reason"
          label={label}
          hint={t("gatherings.settings.reason-told")}
          form={form}
          rows={3}
          maxlength={2000}
        />
        <Submit kind="stop">{t("gatherings.settings.cancel-submit")}</Submit>
      </Form>
    </FormPage>
  );
}
