import type { PersonDescription } from "../../../accounts/index.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { DefinitionList } from "../../../ui/components/definition-list.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Pagination } from "../../../ui/components/pagination.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { BriefTime, TimeText } from "../../../ui/components/time-text.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { linkTarget } from "../../../ui/address.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { hasFaults, type FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName, UserText } from "../../../ui/text.tsx";
import { shownHost } from "../../../kernel/text/handle.ts";
import type { Report } from "../../store/reports.read.ts";
import { underCommunity } from "../addresses.ts";
import { CommunityLink } from "../community-line.tsx";
import { PersonName } from "../person-name.tsx";
import { communityOfPage, type CommunityVisit } from "../visit.ts";

interface ReportFormPageProps {
  readonly visit: CommunityVisit;
  readonly form: FormState;
  /** The account or address that the reader came from. */
  readonly about: string;
}

/** Telling the stewards of something that should not be. */
export function ReportFormPage({ visit, form, about }: ReportFormPageProps) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  const title = t("communities.report.title");
  const field = (name: string, key: string) => ({ name, label: t(`communities.field.${key}`), form });
  const labels = {
    account: t("communities.field.reported-account"),
    objects: t("communities.field.reported-objects"),
    text: t("communities.field.reported-text"),
  };
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
          sentence={t("communities.report.sentence", { community: community.name })}
          community={<CommunityLink community={community} />}
        />
      }
      act={{
        panel: (
          <ActPanel title={t("communities.report.act")}>
            <Form frame={frame} action={underCommunity(community, "reports")}>
              <Field
                {...field("account", "reported-account")}
                hint={t("communities.field.reported-account-hint")}
                value={about}
                maxlength={500}
                autocomplete="off"
              />
              <TextArea
                {...field("objects", "reported-objects")}
                hint={t("communities.field.reported-objects-hint")}
                rows={2}
                maxlength={20_000}
                optional
              />
              <TextArea {...field("text", "reported-text")} rows={5} maxlength={5_000} />
              <VisibilityLine>{t("communities.report.visible")}</VisibilityLine>
              <Submit>{t("communities.report.submit")}</Submit>
            </Form>
          </ActPanel>
        ),
      }}
      unlisted
    />
  );
}

interface ReportsPageProps {
  readonly visit: CommunityVisit;
  readonly open: readonly Report[];
  readonly closed: readonly Report[];
  readonly hasMore: boolean;
}

/** Complaints, those still open first. */
export function ReportsPage({ visit, open, closed, hasMore }: ReportsPageProps) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  const title = t("communities.reports.title");
  const done = doneKey(c, ["report-closed"]);
  const here = underCommunity(community, "reports");
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      notice={done && <Notice t={t} what={t(`communities.done.${done}`)} />}
      head={
        <PageHead
          frame={frame}
          name={title}
          sentence={t("communities.reports.sentence")}
          community={<CommunityLink community={community} />}
        />
      }
      unlisted
    >
      <Section id="open" title={t("communities.reports.open")}>
        {open.length === 0 ? (
          <Empty what={t("communities.reports.none")} />
        ) : (
          <ReportList visit={visit} reports={open} />
        )}
        <Pagination t={t} label={title} next={hasMore ? `${here}?after=${open.at(-1)?.id ?? ""}` : undefined} />
      </Section>
      {closed.length > 0 && (
        <Section id="closed" title={t("communities.reports.closed")}>
          <ReportList visit={visit} reports={closed} />
        </Section>
      )}
    </Page>
  );
}

function ReportList({ visit, reports }: { readonly visit: CommunityVisit; readonly reports: readonly Report[] }) {
  const { t } = visit.c.var;
  return (
    <ul class="waiting-list">
      {reports.map((report) => (
        <li>
          <a href={underCommunity(visit.community, "reports", report.id)}>
            <UserName name={report.account === "" ? t("communities.reports.of-us") : report.account} />
          </a>{" "}
          <BriefTime t={t} instant={report.receivedAt} />
          <UserText text={report.text} />
        </li>
      ))}
    </ul>
  );
}

interface ReportPageProps {
  readonly visit: CommunityVisit;
  readonly report: Report;
  readonly people: ReadonlyMap<string, PersonDescription>;
  readonly form: FormState;
}

/** One complaint, and what is done about it. */
export function ReportPage({ visit, report, people, form }: ReportPageProps) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  const title = t("communities.report.one");
  const done = hasFaults(form) ? undefined : doneKey(c, ["report-forwarded"]);
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      notice={
        done === undefined ? (
          <RefusalSummary form={form} fields={{ resolution: t("communities.field.resolution") }} />
        ) : (
          <Notice t={t} what={t(`communities.done.${done}`)} />
        )
      }
      head={
        <PageHead
          frame={frame}
          kind={title}
          name={<UserName name={report.account === "" ? t("communities.reports.of-us") : report.account} />}
          sentence={<TimeText t={t} instant={report.receivedAt} />}
        />
      }
      act={{ panel: <ReportActs visit={visit} report={report} form={form} /> }}
      unlisted
    >
      <UserText text={report.text} />
      <ul>
        {report.objects.map((address) => (
          <li>
            <a href={linkTarget(address)} rel="ugc nofollow noopener">
              <bdi>{address}</bdi>
            </a>
          </li>
        ))}
      </ul>
      <ReportFacts visit={visit} report={report} people={people} />
    </Page>
  );
}

function ReportFacts({ visit, report, people }: Omit<ReportPageProps, "form">) {
  const { t } = visit.c.var;
  const reporter =
    report.reporterId === undefined ? (
      <bdi>{shownHost(report.fromHost)}</bdi>
    ) : (
      <PersonName t={t} person={people.get(report.reporterId)} />
    );
  const { forwardedAt, resolvedAt, resolution } = report;
  return (
    <>
      <DefinitionList
        definitions={[
          { term: t("communities.report.by"), definition: reporter },
          ...(forwardedAt === undefined
            ? []
            : [{ term: t("communities.report.forwarded"), definition: <TimeText t={t} instant={forwardedAt} /> }]),
          ...(resolvedAt === undefined
            ? []
            : [{ term: t("communities.report.closed"), definition: <TimeText t={t} instant={resolvedAt} /> }]),
          ...(report.resolvedBy === undefined
            ? []
            : [
                {
                  term: t("communities.report.closed-by"),
                  definition: <PersonName t={t} person={people.get(report.resolvedBy)} />,
                },
              ]),
        ]}
      />
      {resolution !== undefined && <UserText text={resolution} />}
    </>
  );
}

function ReportActs({ visit, report, form }: Omit<ReportPageProps, "people">) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  if (report.resolvedAt !== undefined) {
    return <ActPanel title={t("communities.report.decide")} cannot={t("communities.report.is-closed")} />;
  }
  return (
    <ActPanel title={t("communities.report.decide")}>
      <Form frame={frame} action={underCommunity(community, "reports", report.id)}>
        <TextArea
          name="resolution"
          label={t("communities.field.resolution")}
          hint={t("communities.report.resolution-hint")}
          form={form}
          maxlength={2_000}
        />
        <Submit name="decision" value="close">
          {t("communities.report.close")}
        </Submit>
        {report.forwardedAt === undefined && report.account !== "" && report.reporterId !== undefined && (
          <>
            <p>{t("communities.report.forward-means")}</p>
            <Submit kind="quiet" name="decision" value="forward">
              {t("communities.report.forward")}
            </Submit>
          </>
        )}
      </Form>
      <p>
        <a href={`${underCommunity(community, "blocks")}?about=${encodeURIComponent(report.account)}`}>
          {t("communities.report.to-blocks")}
        </a>
      </p>
    </ActPanel>
  );
}
