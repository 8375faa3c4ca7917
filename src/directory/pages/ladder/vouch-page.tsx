import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { UserName } from "../../../ui/text.tsx";
import type { DescribedEntry } from "../../model/entry.ts";
import { vouchBounds } from "../../model/ladder/vouch.ts";
import { entryPath } from "../directory-paths.ts";
import { vouchesPath } from "./ladder-paths.ts";

interface VouchPageProps {
  readonly c: PageContext;
  readonly form: FormState;
  readonly entry: DescribedEntry;
  /** The host for which the reader is likely to speak. */
  readonly own: string;
  /** Whether that place vouches already. */
  readonly vouches: boolean;
}

/** Where whoever speaks for a place vouches for another, or takes that back. */
export function VouchPage({ c, form, entry, own, vouches }: VouchPageProps) {
  const { frame, t } = c.var;
  const labels = { by: t("directory.vouch.by"), note: t("directory.vouch.note") };
  return (
    <Page
      frame={frame}
      title={t("directory.vouch.link")}
      notice={<RefusalSummary form={form} fields={labels} />}
      head={
        <PageHead
          frame={frame}
          name={t("directory.vouch.link")}
          sentence={t("directory.vouch.sentence")}
          community={
            <a href={entryPath(entry)}>
              <UserName name={entry.name} />
            </a>
          }
        />
      }
    >
      <Form frame={frame} action={vouchesPath(entry)} draft={`directory ${vouchesPath(entry)}`}>
        <Field
          name="by"
          label={labels.by}
          hint={t("directory.vouch.by-hint")}
          form={form}
          value={own}
          maxlength={260}
          autocomplete="off"
        />
        <TextArea
          name="note"
          label={labels.note}
          hint={t("directory.vouch.note-hint")}
          form={form}
          optional
          rows={4}
          maxlength={vouchBounds.note}
        />
        <VisibilityLine>{t("directory.vouch.visible")}</VisibilityLine>
        <Submit>{t("directory.vouch.send")}</Submit>
      </Form>
      {vouches && (
        <Section id="withdraw" title={t("directory.vouch.stands")}>
          <Form frame={frame} action={`${vouchesPath(entry)}/removal`}>
            <input type="hidden" name="by" value={own} />
            <Submit kind="quiet">{t("directory.vouch.withdraw")}</Submit>
          </Form>
        </Section>
      )}
    </Page>
  );
}
