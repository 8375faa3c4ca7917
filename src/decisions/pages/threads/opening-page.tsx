import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Choice, Select, type Option } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Details } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { languages, nativeNames } from "../../../kernel/i18n/language.ts";
import { longestPost, threadAudiences } from "../../model/thread.ts";
import type { Attachment } from "../../store/attachments/attachments.read.ts";
import { AttachFields } from "../attachments/attach-fields.tsx";
import { communityPath, threadsPath } from "../addresses.ts";
import { communityOfPage, type CommunityVisit } from "../visit.ts";

interface OpeningPageProps {
  readonly visit: CommunityVisit;
  readonly form: FormState;
  /** What the reader brought before and has not sent yet. */
  readonly unsent: readonly Attachment[];
}

const fields = ["title", "text", "audience", "language"] as const;

/** The form by which a member opens a thread: a title and a first post. */
export function OpeningPage({ visit, form, unsent }: OpeningPageProps) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  const title = t("decisions.threads.open-title");
  const labels = Object.fromEntries([...fields, "file"].map((name) => [name, t(`decisions.field.${name}`)]));
  const field = (name: (typeof fields)[number]) => ({ name, label: t(`decisions.field.${name}`), form });
  const [language = frame.reader.language] = community.languages;
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      notice={<RefusalSummary form={form} fields={labels} />}
      head={
        <PageHead
          frame={frame}
          name={title}
          sentence={t("decisions.threads.open-sentence")}
          community={
            <a href={communityPath(community)}>
              <UserName name={community.name} />
            </a>
          }
        />
      }
      act={{
        panel: (
          <ActPanel title={t("decisions.threads.after-title")}>
            <p>{t("decisions.threads.after")}</p>
          </ActPanel>
        ),
      }}
      unlisted
    >
      <Form frame={frame} action={threadsPath(community)} draft={`thread-${community.id}`} hasFile={visit.isMember}>
        <Field {...field("title")} maxlength={160} autocomplete="off" />
        <TextArea {...field("text")} hint={t("decisions.field-hint.text")} maxlength={longestPost} rows={8} />
        <Choice {...field("audience")} options={audienceOptions(visit)} value="everyone" />
        <Details summary={t("decisions.threads.more")} open={form.faults["language"] !== undefined}>
          <Select {...field("language")} options={languageOptions(language)} value={language} />
        </Details>
        {visit.isMember && <AttachFields form={form} unsent={unsent} />}
        <Submit>{t("decisions.threads.submit")}</Submit>
        <VisibilityLine>{t("decisions.threads.visible")}</VisibilityLine>
      </Form>
    </Page>
  );
}

function audienceOptions({ c }: CommunityVisit): readonly Option[] {
  const { t } = c.var;
  return threadAudiences.map((audience) => ({
    value: audience,
    label: t(`decisions.audience.${audience}`),
    hint: t(`decisions.audience-hint.${audience}`),
  }));
}

/** The languages of the interface, with the present one among them, whatever it is. */
function languageOptions(present: string): readonly Option[] {
  const known = languages.map((language): Option => ({ value: language, label: nativeNames[language] }));
  return known.some(({ value }) => value === present) ? known : [{ value: present, label: present }, ...known];
}
