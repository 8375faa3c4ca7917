import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { DecisionPage } from "./decision-page.tsx";
import { readDecisionPage } from "./decision-page-view.ts";
import type { DecisionVisit } from "./decision-visit.ts";
import { taskFields, untilField } from "./task-section.tsx";

/** The page of a decision again, with what to mend in one of its forms. */
export async function decisionAgain(visit: DecisionVisit, form: FormState) {
  const { t } = visit.c.var;
  const view = await readDecisionPage(visit);
  const fields = {
    review: t("decisions.consent.label.review"),
    words: t("decisions.consent.label.words"),
    ...Object.fromEntries(taskFields.map((name) => [name, t(`decisions.register.task.field.${name}`)])),
    ...Object.fromEntries(view.tasks.map(({ id }) => [untilField(id), t("decisions.register.task.field.until")])),
  };
  return <DecisionPage view={view} form={form} notice={<RefusalSummary form={form} fields={fields} />} />;
}
