import type { Community } from "../../../communities/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Select } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { UserName } from "../../../ui/text.tsx";
import { communityPath } from "../addresses.ts";
import { languageOptions, zoneOptions } from "../choices.ts";
import { communityOfPage } from "../visit.ts";

interface AnnouncingPageProps {
  readonly c: PageContext;
  readonly application: Application;
  readonly community: Community;
  readonly form: FormState;
}

/** The form by which a member announces a gathering: one sentence of purpose is enough. */
export function AnnouncingPage({ c, application, community, form }: AnnouncingPageProps) {
  const { frame, t } = c.var;
  const title = t("gatherings.announcing.title");
  const labels = Object.fromEntries(fields.map((name) => [name, t(`gatherings.field.${name}`)]));
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
          sentence={t("gatherings.announcing.sentence")}
          community={
            <a href={communityPath(community)}>
              <UserName name={community.name} />
            </a>
          }
        />
      }
      act={{
        panel: (
          <ActPanel title={t("gatherings.announcing.after-title")}>
            <p>{t("gatherings.announcing.after")}</p>
            <p>
              <a href={`${communityPath(community)}/gatherings/import`}>{t("gatherings.import.link")}</a>
            </p>
          </ActPanel>
        ),
      }}
      unlisted
    >
      <AnnouncingForm c={c} application={application} community={community} form={form} />
    </Page>
  );
}

const fields = ["title", "purpose", "handle", "language", "zone"] as const;

function AnnouncingForm({ c, application, community, form }: AnnouncingPageProps) {
  const { frame, t } = c.var;
  const field = (name: (typeof fields)[number]) => ({ name, label: t(`gatherings.field.${name}`), form });
  const hinted = (name: (typeof fields)[number]) => ({ ...field(name), hint: t(`gatherings.field-hint.${name}`) });
  const [language = frame.reader.language] = community.languages;
  return (
    <Form frame={frame} action={`${communityPath(community)}/gatherings`} draft={`announce-${community.id}`}>
      <Field {...field("title")} maxlength={120} autocomplete="off" />
      <TextArea {...hinted("purpose")} maxlength={280} rows={2} />
      <Field
        {...field("handle")}
        hint={t("gatherings.field-hint.handle", { host: application.origin.host })}
        optional
        maxlength={31}
        autocomplete="off"
      />
      <Select {...hinted("language")} options={languageOptions(language)} value={language} />
      <Select {...hinted("zone")} options={zoneOptions(community.zone)} value={community.zone} />
      <Submit>{t("gatherings.announcing.submit")}</Submit>
      <VisibilityLine>{t("gatherings.announcing.visible")}</VisibilityLine>
    </Form>
  );
}
