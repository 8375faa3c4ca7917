import { PageHead } from "../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../ui/components/refusal-summary.tsx";
import type { FormState } from "../../ui/form-state.ts";
import { Page } from "../../ui/layout.tsx";
import type { PageContext } from "../../ui/request.ts";
import { UserName } from "../../ui/text.tsx";
import type { Entry } from "../model/entry.ts";
import { directoryPath, entryPath } from "./directory-paths.ts";
import { EntryForm, entryLabels } from "./entry-form.tsx";
import { FoundPreview, type Found } from "./look-up/found-preview.tsx";

interface FormPageProps {
  readonly c: PageContext;
  readonly form: FormState;
}

interface NewEntryPageProps extends FormPageProps {
  /** Whether the place's server can be looked at before it is added. */
  readonly looks: boolean;
  /** What was seen there. */
  readonly found?: Found;
}

/** Where a place is added; its server may be looked at first, and what was found is shown before anything is kept. */
export function NewEntryPage({ c, form, looks, found }: NewEntryPageProps) {
  const { frame, t } = c.var;
  return (
    <Page
      frame={frame}
      title={t("directory.add-title")}
      notice={<RefusalSummary form={form} fields={entryLabels(t)} />}
      head={
        <PageHead
          frame={frame}
          name={t("directory.add-title")}
          sentence={t("directory.add-sentence")}
          community={<a href={directoryPath}>{t("directory.title")}</a>}
        />
      }
    >
      {found !== undefined && <FoundPreview t={t} found={found} />}
      <EntryForm frame={frame} t={t} form={form} action={directoryPath} asksHost looks={looks} speaks={false} />
    </Page>
  );
}

/** Where somebody says what they know of a place. */
export function NewClaimPage({
  c,
  form,
  entry,
  speaks,
}: FormPageProps & { readonly entry: Entry; readonly speaks: boolean }) {
  const { frame, t } = c.var;
  return (
    <Page
      frame={frame}
      title={t("directory.say-title")}
      notice={<RefusalSummary form={form} fields={entryLabels(t)} />}
      head={
        <PageHead
          frame={frame}
          name={t("directory.say-title")}
          sentence={t(speaks ? "directory.say-as-place" : "directory.say-sentence")}
          community={
            <a href={entryPath(entry)}>
              <UserName name={entry.name} />
            </a>
          }
        />
      }
    >
      <EntryForm
        frame={frame}
        t={t}
        form={form}
        action={`${entryPath(entry)}/claims`}
        asksHost={false}
        looks={false}
        speaks={speaks}
      />
    </Page>
  );
}
