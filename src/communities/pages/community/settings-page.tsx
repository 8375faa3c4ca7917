import type { Translator } from "../../../kernel/i18n/translator.ts";
import { Check, CheckGroup, Choice, Select } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Details, Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { doneKey } from "../../../ui/after-act.ts";
import { hasFaults, type FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { underCommunity } from "../addresses.ts";
import { CommunityLink } from "../community-line.tsx";
import { communityOfPage, type CommunityVisit } from "../visit.ts";
import { hueOptions, joiningOptions, languageOptions, memberListOptions, zoneOptions } from "./choices.ts";

/** The rows of the form for links: six of them, and those a community has beyond that. */
export const linkRows = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;
const rowsShownAtLeast = 4;

interface SettingsPageProps {
  readonly visit: CommunityVisit;
  /** The two forms of the page, each as it stands. */
  readonly profile: FormState;
  readonly rules: FormState;
}

/** What stewards set: what the community says of itself, and its rules. */
export function SettingsPage({ visit, profile, rules }: SettingsPageProps) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  const title = t("communities.settings.title");
  const faulty = hasFaults(profile) ? profile : rules;
  const done = hasFaults(faulty) ? undefined : doneKey(c, ["changed", "unchanged"]);
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      notice={
        done === undefined ? (
          <RefusalSummary form={faulty} fields={settingLabels(visit)} />
        ) : (
          <Notice t={t} what={t(`communities.done.${done}`)} />
        )
      }
      head={
        <PageHead
          frame={frame}
          name={title}
          sentence={t("communities.settings.sentence")}
          community={<CommunityLink community={community} />}
        />
      }
      unlisted
    >
      <ProfileForm visit={visit} form={profile} />
      <RulesForm visit={visit} form={rules} />
    </Page>
  );
}

function settingLabels({ c, community }: CommunityVisit): Readonly<Record<string, string>> {
  const { t } = c.var;
  const plain = ["name", "languages", "zone", "hue", "joining", "memberList", "reason"];
  const texts = ["purpose", "description", "codeOfConduct"].flatMap((name) =>
    community.languages.map((tag) => [`${name}.${tag}`, textLabel(t, name, tag)]),
  );
  const links = linkRows.flatMap((row) => [
    [`links.${row}.label`, t("communities.field.link-label")],
    [`links.${row}.url`, t("communities.field.link-url")],
  ]);
  return Object.fromEntries([
    ...plain.map((name) => [name, t(`communities.field.${name}`)]),
    ...texts,
    ...links,
  ]) as Readonly<Record<string, string>>;
}

/** "Purpose, in German". */
function textLabel(t: Translator, name: string, tag: string): string {
  return t("communities.field.in-language", {
    field: t(`communities.field.${name}`),
    language: t.languageName(tag),
  });
}

function ProfileForm({ visit, form }: { readonly visit: CommunityVisit; readonly form: FormState }) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  const [original = t.language, ...translations] = community.languages;
  const label = (name: string) => ({ name, label: t(`communities.field.${name}`), form });
  return (
    <Section id="profile" title={t("communities.settings.profile")}>
      <Form frame={frame} action={underCommunity(community, "settings", "profile")} draft={`profile-${community.id}`}>
        <Field {...label("name")} value={community.name} maxlength={100} autocomplete="off" />
        <Texts visit={visit} form={form} tag={original} />
        {translations.map((tag) => (
          <Details
            summary={t("communities.field.texts-in", { language: t.languageName(tag) })}
            open={Object.keys(form.faults).some((name) => name.endsWith(`.${tag}`))}
          >
            <Texts visit={visit} form={form} tag={tag} />
          </Details>
        ))}
        <Details summary={t("communities.field.languages")}>
          <CheckGroup
            {...label("languages")}
            hint={t("communities.field.languages-hint")}
            options={languageOptions(t, community.languages)}
            values={community.languages}
          />
        </Details>
        <Links visit={visit} form={form} />
        <Select {...label("zone")} options={zoneOptions()} value={community.zone} />
        <Select {...label("hue")} options={hueOptions(t)} value={community.hue} />
        <Submit>{t("communities.settings.save-profile")}</Submit>
      </Form>
    </Section>
  );
}

interface TextsProps {
  readonly visit: CommunityVisit;
  readonly form: FormState;
  readonly tag: string;
}

/** The texts of the community in one of its languages. */
function Texts({ visit, form, tag }: TextsProps) {
  const { c, community } = visit;
  const { t } = c.var;
  const isOriginal = tag === community.languages[0];
  const field = (name: "purpose" | "description" | "codeOfConduct") => ({
    name: `${name}.${tag}`,
    label: textLabel(t, name, tag),
    form,
    value: community[name][tag],
    optional: !isOriginal || name !== "purpose",
  });
  return (
    <>
      <TextArea {...field("purpose")} hint={t("communities.field.purpose-hint")} rows={2} maxlength={200} />
      <TextArea {...field("description")} hint={t("communities.field.description-hint")} rows={8} maxlength={20_000} />
      <TextArea {...field("codeOfConduct")} hint={t("communities.term.conduct")} rows={6} maxlength={20_000} />
    </>
  );
}

function Links({ visit, form }: Omit<TextsProps, "tag">) {
  const { links } = visit.community;
  const { t } = form;
  const rows = linkRows.slice(0, Math.max(rowsShownAtLeast, links.length + 1));
  return (
    <fieldset class="field">
      <legend class="field-label">{t("communities.field.links")}</legend>
      {rows.map((row) => (
        <div class="link-row">
          <Field
            name={`links.${row}.label`}
            label={t("communities.field.link-label")}
            form={form}
            value={links[row]?.label}
            maxlength={80}
            autocomplete="off"
            optional
          />
          <Field
            name={`links.${row}.url`}
            label={t("communities.field.link-url")}
            form={form}
            value={links[row]?.url}
            type="url"
            inputmode="url"
            maxlength={2_000}
            autocomplete="off"
            optional
          />
        </div>
      ))}
    </fieldset>
  );
}

function RulesForm({ visit, form }: { readonly visit: CommunityVisit; readonly form: FormState }) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  const label = (name: string) => ({ name, label: t(`communities.field.${name}`), form });
  return (
    <Section id="rules" title={t("communities.settings.rules")} explained={t("communities.settings.rules-explained")}>
      <Form frame={frame} action={underCommunity(community, "settings", "rules")}>
        <Choice {...label("joining")} options={joiningOptions(t)} value={community.joining} />
        <Choice {...label("memberList")} options={memberListOptions(t)} value={community.memberList} />
        <Check
          {...label("approvesListeners")}
          hint={t("communities.field.approvesListeners-hint")}
          checked={community.approvesListeners}
        />
        <Check
          {...label("sharesMentions")}
          hint={t("communities.field.sharesMentions-hint")}
          checked={community.sharesMentions}
        />
        <TextArea {...label("reason")} hint={t("communities.decision.on-record")} maxlength={2_000} />
        <VisibilityLine>{t("communities.decision.visible")}</VisibilityLine>
        <Submit>{t("communities.settings.save-rules")}</Submit>
      </Form>
    </Section>
  );
}
