import type { PersonDescription } from "../../../accounts/index.ts";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Person } from "../../../ui/components/person.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { UserText } from "../../../ui/text.tsx";
import { suggestionBounds, type Suggestion } from "../../model/suggestions/suggestion.ts";
import { directoryPath, entryPath } from "../directory-paths.ts";
import { FoundPreview, type Found } from "../look-up/found-preview.tsx";
import { suggestionPath, suggestionsPath } from "./suggestion-paths.ts";

interface SuggestionsPageProps {
  readonly c: PageContext;
  readonly waiting: readonly Suggestion[];
  readonly more: boolean;
  /** What was decided lately, the latest first. */
  readonly decided: readonly Suggestion[];
  readonly people: ReadonlyMap<string, PersonDescription>;
}

/** The queue that operators look through. */
export function SuggestionsPage({ c, waiting, more, decided, people }: SuggestionsPageProps) {
  const { frame, t } = c.var;
  const done = doneKey(c, ["suggestion-accepted", "suggestion-refused", "suggestion-unwanted"]);
  return (
    <Page
      frame={frame}
      title={t("directory.suggestions")}
      notice={done !== undefined && <Notice t={t} what={t(`directory.done.${done}`)} />}
      head={
        <PageHead
          frame={frame}
          name={t("directory.suggestions")}
          sentence={t("directory.suggestions-sentence")}
          community={<a href={directoryPath}>{t("directory.title")}</a>}
        />
      }
    >
      <Section id="waiting" title={t("directory.suggestions-waiting")}>
        {waiting.length === 0 && <Empty what={t("directory.suggestions-none")} />}
        <ul class="directory-list">
          {waiting.map((suggestion) => (
            <li>
              <h3>
                <a href={suggestionPath(suggestion)}>{suggestion.host}</a>
              </h3>
              <Suggester t={t} suggestion={suggestion} people={people} />
            </li>
          ))}
        </ul>
        {more && <p>{t("directory.suggestions-more", { count: waiting.length })}</p>}
      </Section>
      {decided.length > 0 && (
        <Section id="decided" title={t("directory.suggestions-decided")}>
          <ul class="directory-list">
            {decided.map((suggestion) => (
              <li>
                <h3>
                  {suggestion.entryId === undefined ? (
                    suggestion.host
                  ) : (
                    <a href={entryPath({ id: suggestion.entryId })}>{suggestion.host}</a>
                  )}
                </h3>
                <p>{t(`directory.suggestion-state.${suggestion.state}`)}</p>
                {suggestion.reason !== "" && <UserText text={suggestion.reason} />}
                <Suggester t={t} suggestion={suggestion} people={people} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}

interface SuggestionPageProps {
  readonly c: PageContext;
  readonly form: FormState;
  readonly suggestion: Suggestion;
  readonly people: ReadonlyMap<string, PersonDescription>;
  /** Whether this server looks at others at all; and what it found there, if it was asked to look. */
  readonly looks: boolean;
  readonly found?: Found;
}

/** One suggestion: what its server says of itself, if it is looked at; taking it in, or refusing it with a reason. */
export function SuggestionPage({ c, form, suggestion, people, looks, found }: SuggestionPageProps) {
  const { frame, t } = c.var;
  const path = suggestionPath(suggestion);
  const { host, state } = suggestion;
  return (
    <Page
      frame={frame}
      title={host}
      notice={<RefusalSummary form={form} fields={{ reason: t("directory.suggestion.reason") }} />}
      head={
        <PageHead
          frame={frame}
          name={host}
          sentence={
            <a href={`https://${host}/`} rel="nofollow noopener">
              {t("directory.suggestion.visit")}
            </a>
          }
          community={<a href={suggestionsPath}>{t("directory.suggestions")}</a>}
        />
      }
      act={
        state !== "waiting"
          ? undefined
          : {
              panel: (
                <ActPanel title={t("directory.suggestion.decide")}>
                  <p>{t("directory.suggestion.accept-what")}</p>
                  <Form frame={frame} action={`${path}/acceptance`}>
                    <Submit>{t("directory.suggestion.accept")}</Submit>
                  </Form>
                </ActPanel>
              ),
            }
      }
    >
      <Suggester t={t} suggestion={suggestion} people={people} />
      {suggestion.note !== "" && <UserText text={suggestion.note} />}
      {state !== "waiting" && <p>{t(`directory.suggestion-state.${state}`)}</p>}
      {suggestion.reason !== "" && <UserText text={suggestion.reason} />}
      {found !== undefined && <FoundPreview t={t} found={found} />}
      {state === "waiting" && looks && found === undefined && (
        <Form frame={frame} action={`${path}/looks`}>
          <p>{t("directory.suggestion.look-what")}</p>
          <Submit kind="quiet">{t("directory.look-first")}</Submit>
        </Form>
      )}
      {state === "waiting" && (
        <Section id="refuse" title={t("directory.suggestion.refuse")}>
          <Form frame={frame} action={`${path}/refusal`}>
            <TextArea
              name="reason"
              label={t("directory.suggestion.reason")}
              hint={t("directory.suggestion.reason-hint")}
              form={form}
              rows={3}
              maxlength={suggestionBounds.text}
            />
            <Submit kind="quiet">{t("directory.suggestion.refuse")}</Submit>
          </Form>
        </Section>
      )}
    </Page>
  );
}

interface SuggesterProps {
  readonly t: Translator;
  readonly suggestion: Suggestion;
  readonly people: ReadonlyMap<string, PersonDescription>;
}

/** Who suggested it, and when. */
function Suggester({ t, suggestion, people }: SuggesterProps) {
  const person = suggestion.personId === undefined ? undefined : people.get(suggestion.personId);
  return (
    <p class="provenance">
      {t("directory.suggestion.by")}{" "}
      {person === undefined ? (
        t("directory.by-somebody")
      ) : (
        <Person t={t} name={person.name ?? person.handle ?? ""} handle={person.handle} href={person.url} />
      )}{" "}
      · <BriefTime t={t} instant={suggestion.at} />
    </p>
  );
}
