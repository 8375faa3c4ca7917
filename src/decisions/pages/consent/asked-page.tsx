import type { PersonDescription } from "../../../accounts/index.ts";
import { DataTable } from "../../../ui/components/data-table.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Pagination } from "../../../ui/components/pagination.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { UserName } from "../../../ui/text.tsx";
import type { Speaker } from "../../model/consent/speaker.ts";
import type { Electorate, LeftOut } from "../../store/electorate/electorates.read.ts";
import { askedWords, leftOutWords } from "../electorate/electorate-words.ts";
import { PersonName } from "../person-name.tsx";
import { UnderPage } from "../under-page.tsx";
import { consentPath, type ConsentVisit } from "./consent-visit.ts";

/** What its page shows of those whom a process asks. */
export interface AskedView {
  readonly asked: Electorate;
  readonly voices: readonly { readonly organisationId: string; readonly name: string; readonly host: string }[];
  /** Who speaks for them now; empty where the list of members is closed to the reader, as the next two. */
  readonly delegates: readonly Speaker[];
  readonly electors: readonly { readonly personId: string; readonly why: string }[];
  readonly leftOut: readonly LeftOut[];
  readonly isNamed: boolean;
  readonly people: ReadonlyMap<string, PersonDescription>;
  readonly next: { readonly electors: string | undefined; readonly leftOut: string | undefined };
}

interface AskedPageProps {
  readonly visit: ConsentVisit;
  readonly view: AskedView;
}

/** Whom a process asks and whom not, and why. */
export function AskedPage({ visit, view }: AskedPageProps) {
  const { c, consent } = visit;
  const { t } = c.var;
  return (
    <UnderPage
      visit={visit}
      title={t("decisions.consent-voices.list")}
      sentence={askedWords(t, view.asked)}
      about={{ path: consentPath(consent), name: consent.title, language: visit.thread.language }}
    >
      <p>
        {consent.eligible === 0
          ? t("decisions.consent-voices.list-draft")
          : t("decisions.consent-voices.list-frozen", { eligible: consent.eligible })}
      </p>
      <Voices visit={visit} view={view} />
      {!view.isNamed && <p>{t("decisions.electorate.closed")}</p>}
      <Electors visit={visit} view={view} />
      <NotAsked visit={visit} view={view} />
    </UnderPage>
  );
}

/** The organisations, and who speaks for each today. */
function Voices({ visit, view }: AskedPageProps) {
  const { t } = visit.c.var;
  if (view.voices.length === 0) return null;
  const columns = [{ label: t("decisions.electorate.organisation") }];
  return (
    <Section
      id="voices"
      title={t("decisions.electorate.voices")}
      explained={t("decisions.consent-voices.organisations-explained")}
    >
      <DataTable
        t={t}
        caption={t("decisions.consent-voices.table")}
        columns={view.isNamed ? [...columns, { label: t("decisions.consent-voices.speakers") }] : columns}
        rows={view.voices.map(({ organisationId, name, host }) => [
          <>
            <UserName name={name} /> {host !== "" && <span class="host">{host}</span>}
          </>,
          ...(view.isNamed ? [<Delegates visit={visit} view={view} organisationId={organisationId} />] : []),
        ])}
      />
    </Section>
  );
}

function Delegates({ visit, view, organisationId }: AskedPageProps & { readonly organisationId: string }) {
  const { t } = visit.c.var;
  const own = view.delegates.filter(({ onBehalfOf }) => onBehalfOf === organisationId);
  if (own.length === 0) return <>{t("decisions.consent-voices.nobody-speaks")}</>;
  return (
    <>
      {own.map(({ personId }, place) => (
        <>
          {place > 0 && ", "}
          <PersonName t={t} person={view.people.get(personId)} />
        </>
      ))}
    </>
  );
}

function Electors({ visit, view }: AskedPageProps) {
  const { c, consent } = visit;
  const { t } = c.var;
  if (!view.isNamed || view.asked.kind === "organisations" || consent.eligible === 0) return null;
  const title = t("decisions.electorate.may-answer");
  const path = askedPath(consent);
  return (
    <Section id="electors" title={title}>
      <DataTable
        t={t}
        caption={t("decisions.electorate.may-answer-table")}
        columns={[{ label: t("decisions.electorate.person") }, { label: t("decisions.electorate.reason") }]}
        rows={view.electors.map(({ personId, why }) => [
          <PersonName t={t} person={view.people.get(personId)} />,
          t(`decisions.electorate.why.${why}`),
        ])}
        empty={<Empty what={t("decisions.electorate.nobody")} />}
      />
      <Pagination
        t={t}
        label={title}
        previous={c.req.query("after") === undefined ? undefined : path}
        next={view.next.electors === undefined ? undefined : `${path}?after=${view.next.electors}#electors`}
      />
    </Section>
  );
}

function NotAsked({ visit, view }: AskedPageProps) {
  const { c, consent, isSteward, personId } = visit;
  const { t } = c.var;
  if (view.leftOut.length === 0) return null;
  const title = t("decisions.electorate.may-not");
  const path = askedPath(consent);
  return (
    <Section id="left-out" title={title} explained={t("decisions.electorate.may-not-explained")}>
      <DataTable
        t={t}
        caption={t("decisions.electorate.may-not-table")}
        columns={[{ label: t("decisions.electorate.person") }, { label: t("decisions.electorate.reason") }]}
        rows={view.leftOut.map((left) => [
          <PersonName t={t} person={view.people.get(left.personId)} />,
          leftOutWords(t, left, isSteward || left.personId === personId),
        ])}
      />
      <Pagination
        t={t}
        label={title}
        previous={c.req.query("out") === undefined ? undefined : path}
        next={view.next.leftOut === undefined ? undefined : `${path}?out=${view.next.leftOut}#left-out`}
      />
    </Section>
  );
}

/** Where it stands whom a process asks. */
export function askedPath(consent: { readonly id: string }): string {
  return `${consentPath(consent)}/electorate`;
}
