import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import type { Attachment } from "../../store/attachments/attachments.read.ts";
import { WithinThread } from "../threads/within-thread.tsx";
import type { PostVisit } from "../visit.ts";
import { RemovalReason, removalReasonLabel } from "../threads/removal-reason.tsx";
import { AttachmentList } from "./attachment-list.tsx";
import { attachmentPath } from "./attachment-paths.ts";

interface AttachmentRemovalPageProps {
  readonly visit: PostVisit;
  readonly file: Attachment;
  readonly form: FormState;
}

/** The form by which a file is taken away from a post: its author just does, a steward says why. */
export function AttachmentRemovalPage({ visit, file, form }: AttachmentRemovalPageProps) {
  const { c, post, personId } = visit;
  const { t, frame } = c.var;
  const isOwn = personId === post.authorId;
  return (
    <WithinThread
      visit={visit}
      title={t("decisions.attachments.removal-title")}
      sentence={t("decisions.attachments.removal-sentence")}
      notice={<RefusalSummary form={form} fields={{ reason: removalReasonLabel(t) }} />}
      panel={
        <ActPanel title={t("decisions.attachments.removal-act")}>
          <Form frame={frame} action={`${attachmentPath(file)}/removal`}>
            {!isOwn && <RemovalReason t={t} form={form} />}
            <Submit kind="stop">{t("decisions.attachments.removal-submit")}</Submit>
          </Form>
        </ActPanel>
      }
    >
      <AttachmentList t={t} files={[file]} elsewhere={[]} mayRemove={false} />
    </WithinThread>
  );
}
