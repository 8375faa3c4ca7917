import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { processPresetById } from "../../model/presets.ts";
import { longestPost } from "../../model/thread.ts";
import type { CommentRequest, RequestVersion } from "../../store/requests/requests.read.ts";
import { WithinThread } from "../threads/within-thread.tsx";
import type { ThreadVisit } from "../visit.ts";

interface WritingPageProps {
  readonly visit: ThreadVisit;
  readonly form: FormState;
  readonly action: string;
  /** What is written anew; undefined for a new request. */
  readonly draft?: { readonly request: CommentRequest; readonly words: RequestVersion };
}

const fields = ["title", "text", "supersedes", "note"] as const;

/** The form by which a member drafts a request for comments, or writes its next version. */
export function WritingPage({ visit, form, action, draft }: WritingPageProps) {
  const { c, thread } = visit;
  const { frame, t } = c.var;
  const title =
    draft === undefined
      ? t("decisions.request.draft")
      : t("decisions.request.edit-titled", { number: draft.request.number });
  const labels = Object.fromEntries(fields.map((name) => [name, t(`decisions.request.field.${name}`)]));
  const source = processPresetById("request-for-comments")?.source;
  return (
    <WithinThread
      visit={visit}
      title={title}
      sentence={t("decisions.preset.request-for-comments.rule")}
      notice={<RefusalSummary form={form} fields={labels} />}
      panel={
        <ActPanel title={t("decisions.request.after-title")}>
          <ol class="rules">
            {(["draft", "comments", "last-call", "final"] as const).map((state) => (
              <li>
                <strong>{t(`decisions.request.state.${state}`)}.</strong> {t(`decisions.request.meaning.${state}`)}
              </li>
            ))}
          </ol>
          {source !== undefined && <p class="term-line">{t("decisions.preset.source", { source })}</p>}
        </ActPanel>
      }
    >
      <Form frame={frame} action={action} draft={`request-${draft?.request.id ?? thread.id}`}>
        <Field
          name="title"
          label={t("decisions.request.field.title")}
          form={form}
          maxlength={160}
          autocomplete="off"
          value={draft?.words.title}
        />
        <TextArea
          name="text"
          label={t("decisions.request.field.text")}
          hint={t("decisions.request.hint.text")}
          form={form}
          rows={14}
          maxlength={longestPost}
          value={draft?.words.text}
        />
        {draft === undefined ? (
          <Field
            name="supersedes"
            label={t("decisions.request.field.supersedes")}
            hint={t("decisions.request.hint.supersedes")}
            form={form}
            type="number"
            min={1}
            optional
          />
        ) : (
          <Field name="note" label={t("decisions.request.field.changed")} form={form} maxlength={300} optional />
        )}
        <Submit>{t(draft === undefined ? "decisions.request.submit" : "decisions.request.save")}</Submit>
        <VisibilityLine>{t("decisions.request.visible")}</VisibilityLine>
      </Form>
    </WithinThread>
  );
}
