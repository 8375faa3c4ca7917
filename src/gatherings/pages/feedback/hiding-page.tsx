import { Form } from "../../../ui/components/form.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { linesOf, type Feedback } from "../../model/feedback/feedback.ts";
import { FormPage } from "../form-page.tsx";
import type { GatheringVisit } from "../visit.ts";

interface HidingPageProps {
  readonly visit: GatheringVisit;
  readonly one: Feedback;
  readonly form: FormState;
}

/** Hiding what somebody said, with the reason that stands in its place. */
export function HidingPage({ visit, one, form }: HidingPageProps) {
  const { t, frame } = visit.c.var;
  const label = t("gatherings.feedback.hiding.reason");
  return (
    <FormPage
      visit={visit}
      title={t("gatherings.feedback.hiding.title")}
      sentence={t("gatherings.feedback.hiding.sentence")}
      notice={<RefusalSummary form={form} fields={{ reason: label }} />}
    >
      <blockquote dir="auto">
        {linesOf(one.text).map((line) => (
          <p>{line}</p>
        ))}
      </blockquote>
      <Form frame={frame} action={visit.c.req.path}>
        <TextArea
          name="reason"
          label={label}
          hint={t("gatherings.feedback.hiding.hint")}
          form={form}
          rows={2}
          maxlength={2000}
        />
        <Submit kind="stop">{t("gatherings.feedback.hide")}</Submit>
      </Form>
    </FormPage>
  );
}
