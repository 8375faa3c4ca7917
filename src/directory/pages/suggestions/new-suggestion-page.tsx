import { doneKey } from "../../../ui/after-act.ts";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Handle } from "../../../ui/components/handle.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { suggestionBounds, type Suggestion } from "../../model/suggestions/suggestion.ts";
import { directoryPath } from "../directory-paths.ts";
import { suggestionPath, suggestionsPath } from "./suggestion-paths.ts";

interface NewSuggestionPageProps {
  readonly c: PageContext;
  readonly form: FormState;
  /** By what name this server is written to; undefined where nobody elsewhere can. */
  readonly serverHandle: string | undefined;
  /** What the reader suggested and nobody has looked at yet. */
  readonly own: readonly Suggestion[];
}

/** Where somebody suggests a place of which they know little more than its host: here, or from the account they have. */
export function NewSuggestionPage({ c, form, serverHandle, own }: NewSuggestionPageProps) {
  const { frame, t } = c.var;
  const labels = { host: t("directory.host"), note: t("directory.suggestion.note") };
  const done = doneKey(c, ["suggested", "suggestion-withdrawn"]);
  return (
    <Page
      frame={frame}
      title={t("directory.suggestion.title")}
      notice={
        done === undefined ? (
          <RefusalSummary form={form} fields={labels} />
        ) : (
          <Notice t={t} what={t(`directory.done.${done}`)} />
        )
      }
      head={
        <PageHead
          frame={frame}
          name={t("directory.suggestion.title")}
          sentence={t("directory.suggestion.sentence")}
          community={<a href={directoryPath}>{t("directory.title")}</a>}
        />
      }
    >
      <Form frame={frame} action={suggestionsPath}>
        <Field name="host" label={labels.host} hint={t("directory.suggestion.host-hint")} form={form} maxlength={260} />
        <TextArea
          name="note"
          label={labels.note}
          hint={t("directory.suggestion.note-hint")}
          form={form}
          optional
          rows={3}
          maxlength={suggestionBounds.text}
        />
        <p>{t("directory.suggestion.limit", { most: suggestionBounds.perDay })}</p>
        <Submit>{t("directory.suggestion.send")}</Submit>
      </Form>
      {own.length > 0 && (
        <Section id="own" title={t("directory.suggestions-own")}>
          <ul class="directory-list">
            {own.map((suggestion) => (
              <li>
                <h3>{suggestion.host}</h3>
                <Form frame={frame} action={`${suggestionPath(suggestion)}/removal`}>
                  <Submit kind="quiet" label={t("directory.withdraw-of", { field: suggestion.host })}>
                    {t("directory.withdraw")}
                  </Submit>
                </Form>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {serverHandle !== undefined && (
        <Section id="elsewhere" title={t("directory.suggestion.elsewhere")}>
          <p>{t("directory.suggestion.elsewhere-how")}</p>
          <p>
            <Handle t={t} handle={serverHandle} copy /> {t("directory.suggestion.elsewhere-words")}
          </p>
        </Section>
      )}
    </Page>
  );
}
