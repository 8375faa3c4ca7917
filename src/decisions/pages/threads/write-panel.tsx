import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { MyServer, TwoDoors } from "../../../ui/components/two-doors.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { UserName } from "../../../ui/text.tsx";
import { longestPost } from "../../model/thread.ts";
import { AttachFields } from "../attachments/attach-fields.tsx";
import { postAnchor, threadPath } from "../addresses.ts";
import type { ThreadView } from "./thread-view.ts";

interface WritePanelProps {
  readonly view: ThreadView;
  readonly form: FormState;
}

/** The way to say something: here, or from the reader's own server by replying to a post. */
export function WritePanel({ view, form }: WritePanelProps) {
  const { visit, posts, answered } = view;
  const { c, thread, application } = visit;
  const { t } = c.var;
  if (thread.closedAt !== undefined) {
    const why = t("decisions.thread.closed-because", { reason: thread.closingReason });
    return <ActPanel title={t("decisions.thread.closed-title")} cannot={why} />;
  }
  const title = t(answered === undefined ? "decisions.thread.write" : "decisions.thread.write-answer");
  const replied = answered ?? posts.find(({ place }) => place === 0) ?? posts[0];
  if (visit.personId !== undefined || thread.audience === "members" || replied === undefined) {
    return (
      <ActPanel title={title}>
        <WriteForm view={view} form={form} />
      </ActPanel>
    );
  }
  const uri = replied.sourceUri ?? new URL(`/posts/${replied.id}`, application.origin).href;
  return (
    <ActPanel title={title}>
      <TwoDoors
        t={t}
        instruction={t("decisions.thread.from-fediverse")}
        fediverse={<MyServer form={form} action="/take-part" carried={{ uri }} />}
        web={<WriteForm view={view} form={form} />}
      />
    </ActPanel>
  );
}

function WriteForm({ view, form }: WritePanelProps) {
  const { visit, answered, people } = view;
  const { c, thread } = visit;
  const { t, frame } = c.var;
  return (
    <Form
      frame={frame}
      action={`${threadPath(thread)}/posts`}
      draft={`post-${thread.id}`}
      hasFile={visit.personId !== undefined}
    >
      {answered !== undefined && (
        <>
          <input type="hidden" name="parent" value={answered.id} />
          <p class="answering">
            <a href={`#${postAnchor(answered)}`}>{t("decisions.post.answers")}</a>{" "}
            <UserName name={people.get(answered.authorId)?.name ?? t("decisions.people.gone")} />
          </p>
        </>
      )}
      <TextArea name="text" label={t("decisions.field.post")} form={form} rows={5} maxlength={longestPost} />
      {visit.personId !== undefined && <AttachFields form={form} unsent={view.unsent} />}
      <Submit>{t("decisions.thread.send")}</Submit>
      <VisibilityLine>
        {t(thread.audience === "members" ? "decisions.thread.visible-members" : "decisions.thread.visible")}
      </VisibilityLine>
    </Form>
  );
}
