import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { threadPath } from "../addresses.ts";
import type { ThreadVisit } from "../visit.ts";
import { WithinThread } from "./within-thread.tsx";

interface CarePageProps {
  readonly visit: ThreadVisit;
  readonly tags: readonly string[];
  readonly form: FormState;
}

/** What whoever opened a thread, and stewards, do to look after it: tags, a pin, closing and reopening it. */
export function CarePage({ visit, tags, form }: CarePageProps) {
  const { t } = visit.c.var;
  const labels = { tags: t("decisions.field.tags"), reason: t("decisions.field.care-reason") };
  return (
    <WithinThread
      visit={visit}
      title={t("decisions.thread.care-title")}
      sentence={t("decisions.thread.care-sentence")}
      notice={<RefusalSummary form={form} fields={labels} />}
    >
      <TagsForm visit={visit} tags={tags} form={form} />
      {visit.isSteward && <PinForm visit={visit} />}
      <TurnForm visit={visit} form={form} />
    </WithinThread>
  );
}

function TagsForm({ visit, tags, form }: CarePageProps) {
  const { t, frame } = visit.c.var;
  return (
    <Section id="tags" title={t("decisions.thread.tags-section")}>
      <Form frame={frame} action={`${threadPath(visit.thread)}/tags`} label={t("decisions.thread.tags-section")}>
        <Field
          name="tags"
          label={t("decisions.field.tags")}
          hint={t("decisions.field-hint.tags")}
          form={form}
          value={tags.join(", ")}
          maxlength={500}
          autocomplete="off"
          optional
        />
        <Submit kind="quiet">{t("decisions.thread.tags-submit")}</Submit>
      </Form>
    </Section>
  );
}

function PinForm({ visit }: { readonly visit: ThreadVisit }) {
  const { t, frame } = visit.c.var;
  const isPinned = visit.thread.pinnedAt !== undefined;
  const words = t(isPinned ? "decisions.thread.unpin" : "decisions.thread.pin");
  return (
    <Section id="pin" title={t("decisions.thread.pin-title")} explained={t("decisions.thread.pin-words")}>
      <Form frame={frame} action={`${threadPath(visit.thread)}/pin`} label={words}>
        <Submit kind="quiet" name="pinned" value={isPinned ? "no" : "yes"}>
          {words}
        </Submit>
      </Form>
    </Section>
  );
}

function TurnForm({ visit, form }: Pick<CarePageProps, "visit" | "form">) {
  const { t, frame } = visit.c.var;
  const isClosed = visit.thread.closedAt !== undefined;
  const title = t(isClosed ? "decisions.thread.reopen" : "decisions.thread.close");
  return (
    <Section
      id="closing"
      title={title}
      explained={t(isClosed ? "decisions.thread.reopen-words" : "decisions.thread.close-words")}
    >
      <Form frame={frame} action={`${threadPath(visit.thread)}/${isClosed ? "reopening" : "closure"}`} label={title}>
        <TextArea
          name="reason"
          label={t("decisions.field.care-reason")}
          hint={t("decisions.field-hint.care-reason")}
          form={form}
          rows={3}
          maxlength={1_000}
        />
        <Submit kind={isClosed ? "quiet" : "stop"}>{title}</Submit>
      </Form>
    </Section>
  );
}
