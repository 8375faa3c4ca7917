import { Form } from "../../../ui/components/form.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { longestPost } from "../../model/thread.ts";
import { postPath } from "../addresses.ts";
import { EditFileFields, type EditableFiles } from "../attachments/edit-fields.tsx";
import type { PostVisit } from "../visit.ts";
import { WithinThread } from "./within-thread.tsx";

interface EditPageProps {
  readonly visit: PostVisit;
  readonly form: FormState;
  readonly files: EditableFiles;
}

/** The form by which whoever wrote a post changes it and what it carries, and the way to take it back. */
export function EditPage({ visit, form, files }: EditPageProps) {
  const { c, post, thread } = visit;
  const { t, frame } = c.var;
  const isHere = post.sourceUri === undefined && thread.closedAt === undefined;
  const why = post.sourceUri === undefined ? "decisions.post.edit-closed" : "decisions.post.edit-elsewhere";
  return (
    <WithinThread
      visit={visit}
      title={t("decisions.post.edit-title")}
      notice={
        <RefusalSummary form={form} fields={{ text: t("decisions.field.post"), file: t("decisions.field.file") }} />
      }
    >
      {isHere ? (
        <Form frame={frame} action={`${postPath(post)}/versions`} draft={`edit-${post.id}`} hasFile>
          <TextArea
            name="text"
            label={t("decisions.field.post")}
            hint={t("decisions.field-hint.text")}
            form={form}
            rows={10}
            maxlength={longestPost}
            value={post.text}
          />
          <EditFileFields form={form} files={files} />
          <Submit>{t("decisions.post.edit-submit")}</Submit>
          <VisibilityLine>{t("decisions.post.edit-visible")}</VisibilityLine>
        </Form>
      ) : (
        <p>{t(why)}</p>
      )}
      <Section id="taking-back" title={t("decisions.post.take-back-title")}>
        <p>{t("decisions.post.take-back-words")}</p>
        <Form frame={frame} action={`${postPath(post)}/taking-back`} label={t("decisions.post.take-back")}>
          <Submit kind="stop">{t("decisions.post.take-back")}</Submit>
        </Form>
      </Section>
    </WithinThread>
  );
}
