import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { UserText } from "../../../ui/text.tsx";
import { postPath } from "../addresses.ts";
import type { PostVisit } from "../visit.ts";
import { RemovalReason, removalReasonLabel } from "./removal-reason.tsx";
import { WithinThread } from "./within-thread.tsx";

interface RemovalPageProps {
  readonly visit: PostVisit;
  readonly form: FormState;
}

/** The form by which a steward removes a post, with the post before their eyes. */
export function RemovalPage({ visit, form }: RemovalPageProps) {
  const { c, post } = visit;
  const { t, frame } = c.var;
  return (
    <WithinThread
      visit={visit}
      title={t("decisions.post.removal-title")}
      sentence={t("decisions.post.removal-sentence")}
      notice={<RefusalSummary form={form} fields={{ reason: removalReasonLabel(t) }} />}
      panel={
        <ActPanel title={t("decisions.post.removal-act")}>
          <Form frame={frame} action={`${postPath(post)}/removal`}>
            <RemovalReason t={t} form={form} />
            <Submit kind="stop">{t("decisions.post.removal-submit")}</Submit>
          </Form>
        </ActPanel>
      }
    >
      <UserText text={post.text} />
    </WithinThread>
  );
}
