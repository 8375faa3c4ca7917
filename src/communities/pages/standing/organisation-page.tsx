import type { PersonDescription } from "../../../accounts/index.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Details, Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { hasFaults, type FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import type { Organisation } from "../../store/standing/organisations.read.ts";
import { underCommunity } from "../addresses.ts";
import { communityOfPage, type CommunityVisit } from "../visit.ts";
import { DelegateList } from "./delegate-list.tsx";

interface OrganisationPageProps {
  readonly visit: CommunityVisit;
  readonly organisation: Organisation;
  readonly people: ReadonlyMap<string, PersonDescription>;
  readonly form: FormState;
}

/** One organisation, for stewards: who speaks for it, and that it belongs no more. */
export function OrganisationPage({ visit, organisation, people, form }: OrganisationPageProps) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  const path = (...parts: readonly string[]) => underCommunity(community, "organisations", organisation.id, ...parts);
  const done = hasFaults(form) ? undefined : doneKey(c, ["delegate-named", "delegation-ended"]);
  const fields = Object.fromEntries(
    ["person", "decidedBy", "from", "until"].map((name) => [name, t(`communities.organisations.${name}`)]),
  );
  return (
    <Page
      frame={frame}
      title={organisation.name}
      community={communityOfPage(community)}
      notice={
        done === undefined ? (
          <RefusalSummary form={form} fields={fields} />
        ) : (
          <Notice t={t} what={t(`communities.organisations.done.${done}`)} />
        )
      }
      head={
        <PageHead
          frame={frame}
          name={<UserName name={organisation.name} />}
          sentence={organisation.host}
          community={<a href={underCommunity(community, "organisations")}>{t("communities.organisations.title")}</a>}
        />
      }
      act={{ panel: <DelegatePanel visit={visit} action={path("delegates")} form={form} /> }}
      unlisted
    >
      <Section id="delegates" title={t("communities.organisations.delegates")}>
        <DelegateList
          visit={visit}
          organisation={organisation}
          people={people}
          act={({ personId }) => (
            <Form frame={frame} action={path("delegates", personId, "removal")}>
              <Submit
                kind="quiet"
                label={t("communities.organisations.release-of", {
                  person: people.get(personId)?.name ?? people.get(personId)?.handle ?? "",
                  organisation: organisation.name,
                })}
              >
                {t("communities.organisations.release")}
              </Submit>
            </Form>
          )}
        />
      </Section>
      <Details summary={t("communities.organisations.end")}>
        <Form frame={frame} action={path("removal")}>
          <p>{t("communities.organisations.end-words")}</p>
          <Submit kind="stop">{t("communities.organisations.end")}</Submit>
        </Form>
      </Details>
    </Page>
  );
}

interface DelegatePanelProps {
  readonly visit: CommunityVisit;
  readonly action: string;
  readonly form: FormState;
}

function DelegatePanel({ visit, action, form }: DelegatePanelProps) {
  const { frame, t } = visit.c.var;
  const field = (name: string) => ({ name, label: t(`communities.organisations.${name}`), form });
  return (
    <ActPanel title={t("communities.organisations.name-delegate")}>
      <Form frame={frame} action={action}>
        <Field
          {...field("person")}
          hint={t("communities.organisations.person-hint")}
          maxlength={300}
          autocomplete="off"
        />
        <Field
          {...field("decidedBy")}
          hint={t("communities.organisations.decidedBy-hint")}
          maxlength={300}
          autocomplete="off"
        />
        <Field {...field("from")} hint={t("communities.organisations.from-hint")} type="date" optional />
        <Field {...field("until")} type="date" optional />
        <Submit>{t("communities.organisations.name-delegate")}</Submit>
      </Form>
    </ActPanel>
  );
}
