import { Choice } from "../../ui/components/choice.tsx";
import { Form } from "../../ui/components/form.tsx";
import { PageHead } from "../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../ui/components/refusal-summary.tsx";
import { Submit } from "../../ui/components/submit.tsx";
import type { FormState } from "../../ui/form-state.ts";
import { Page } from "../../ui/layout.tsx";
import type { PageContext } from "../../ui/request.ts";
import { UserName } from "../../ui/text.tsx";
import type { Entry } from "../model/entry.ts";
import { entryPath } from "./directory-paths.ts";

interface RemovalPageProps {
  readonly c: PageContext;
  readonly form: FormState;
  readonly entry: Entry;
}

/** Where an operator takes a place off the list, and says whether it may come back. */
export function RemovalPage({ c, form, entry }: RemovalPageProps) {
  const { frame, t } = c.var;
  const labels = { why: t("directory.remove-why") };
  return (
    <Page
      frame={frame}
      title={t("directory.remove")}
      notice={<RefusalSummary form={form} fields={labels} />}
      head={
        <PageHead
          frame={frame}
          name={t("directory.remove")}
          sentence={t("directory.remove-sentence")}
          community={
            <a href={entryPath(entry)}>
              <UserName name={entry.name} />
            </a>
          }
        />
      }
    >
      <Form frame={frame} action={`${entryPath(entry)}/removal`}>
        <Choice
          name="why"
          label={labels.why}
          form={form}
          options={[
            {
              value: "opted-out",
              label: t("directory.remove.opted-out"),
              hint: t("directory.remove.opted-out-hint"),
            },
            { value: "mistaken", label: t("directory.remove.mistaken"), hint: t("directory.remove.mistaken-hint") },
          ]}
        />
        <Submit kind="stop">{t("directory.remove")}</Submit>
      </Form>
    </Page>
  );
}
