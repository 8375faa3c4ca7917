import type { PersonDescription } from "../../../accounts/index.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { Empty } from "../../../ui/components/empty.tsx";
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
import { CommunityLink } from "../community-line.tsx";
import { mayReadMembers } from "../community/community-view.ts";
import { communityOfPage, type CommunityVisit } from "../visit.ts";
import { DelegateList } from "./delegate-list.tsx";

interface OrganisationsPageProps {
  readonly visit: CommunityVisit;
  readonly organisations: readonly Organisation[];
  /** Those who speak, where the list of members is open to the reader. */
  readonly people: ReadonlyMap<string, PersonDescription>;
  readonly form: FormState;
}

/** The organisations of a community, each with one voice and with those who speak for it. */
export function OrganisationsPage({ visit, organisations, people, form }: OrganisationsPageProps) {
  const { c, community, role } = visit;
  const { frame, t } = c.var;
  const title = t("communities.organisations.title");
  const done = hasFaults(form) ? undefined : doneKey(c, ["organisation-added", "organisation-ended"]);
  const fields = Object.fromEntries(["name", "host"].map((name) => [name, t(`communities.organisations.${name}`)]));
  return (
    <Page
      frame={frame}
      title={title}
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
          name={title}
          sentence={t("communities.organisations.sentence")}
          community={<CommunityLink community={community} />}
        />
      }
    >
      {organisations.length === 0 && <Empty what={t("communities.organisations.none")} />}
      {organisations.map((organisation) => (
        <Section id={`organisation-${organisation.id}`} title={organisation.name}>
          <One visit={visit} organisation={organisation} people={people} />
        </Section>
      ))}
      {role === "steward" && <AddForm visit={visit} form={form} />}
    </Page>
  );
}

interface OneProps extends Pick<OrganisationsPageProps, "visit" | "people"> {
  readonly organisation: Organisation;
}

function One({ visit, organisation, people }: OneProps) {
  const { c, community, role } = visit;
  const { t } = c.var;
  return (
    <>
      {organisation.host !== "" && (
        <p class="term-line">
          <UserName name={organisation.host} />
        </p>
      )}
      {mayReadMembers(visit) ? (
        <DelegateList visit={visit} organisation={organisation} people={people} />
      ) : (
        <p>{t("communities.organisations.how-many", { count: organisation.delegates.length })}</p>
      )}
      {role === "steward" && (
        <p class="next-step">
          <a
            href={underCommunity(community, "organisations", organisation.id)}
            aria-label={t("communities.organisations.tend-one", { organisation: organisation.name })}
          >
            {t("communities.organisations.tend")}
          </a>
        </p>
      )}
    </>
  );
}

function AddForm({ visit, form }: Pick<OrganisationsPageProps, "visit" | "form">) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  const field = (name: string) => ({ name, label: t(`communities.organisations.${name}`), form });
  return (
    <Details summary={t("communities.organisations.add")} open={hasFaults(form)}>
      <Form frame={frame} action={underCommunity(community, "organisations")}>
        <Field {...field("name")} maxlength={80} autocomplete="off" />
        <Field
          {...field("host")}
          hint={t("communities.organisations.host-hint")}
          maxlength={300}
          autocomplete="off"
          optional
        />
        <Submit>{t("communities.organisations.add")}</Submit>
      </Form>
    </Details>
  );
}
