import { doneKey } from "../../../ui/after-act.ts";
import { Empty } from "../../../ui/components/empty.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { hasFaults, type FormState } from "../../../ui/form-state.ts";
import { FormPage } from "../form-page.tsx";
import { QuestionsForm, questionLabels } from "./questions-form.tsx";
import type { QuestionsView } from "./questions-view.ts";

/** The page on which whoever comes answers what the organisers ask besides. */
export function QuestionsPage({ view, form }: { readonly view: QuestionsView; readonly form: FormState }) {
  const { c } = view.visit;
  const { t } = c.var;
  const isDone = doneKey(c, ["answered"]) !== undefined && !hasFaults(form);
  return (
    <FormPage
      visit={view.visit}
      title={t("gatherings.questions.title")}
      sentence={t("gatherings.questions.sentence")}
      notice={
        isDone ? (
          <Notice
            t={t}
            what={t("gatherings.questions.done")}
            told={t("gatherings.questions.done-told", { days: view.keptDays })}
            undo={<p>{t("gatherings.questions.done-undo")}</p>}
          />
        ) : (
          <RefusalSummary form={form} fields={questionLabels(t)} />
        )
      }
    >
      <Body view={view} form={form} />
    </FormPage>
  );
}

function Body({ view, form }: { readonly view: QuestionsView; readonly form: FormState }) {
  const { t } = view.visit.c.var;
  if (view.asked.length === 0) return <Empty what={t("gatherings.questions.none")} />;
  if (!view.isThere) return <Empty what={t("gatherings.questions.rsvp-first")} />;
  return <QuestionsForm view={view} form={form} />;
}
