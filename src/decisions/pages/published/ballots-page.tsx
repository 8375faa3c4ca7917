import { DataTable } from "../../../ui/components/data-table.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Pagination } from "../../../ui/components/pagination.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { hasFaults, type FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { optionNames } from "../../methods/option-names.ts";
import { viewsOf } from "../../methods/shown.ts";
import { fewestPublished } from "../../model/secret/secret-ballot.ts";
import { ballotsPath, proposalPath } from "../addresses.ts";
import { PersonName } from "../person-name.tsx";
import { OthersAmong } from "../voice/others-among.tsx";
import { communityOfPage } from "../visit.ts";
import type { BallotsView, Looked } from "./ballots-view.ts";
import { Recount } from "./recount.tsx";

interface BallotsPageProps {
  readonly view: BallotsView;
  readonly form: FormState;
}

/** The ballots of a closed proposal: to be counted again, and, of a secret vote, to be looked through for one's own. */
export function BallotsPage({ view, form }: BallotsPageProps) {
  const { c, proposal, community, thread } = view.visit;
  const { frame, t } = c.var;
  const title = t("decisions.published.title");
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      notice={
        hasFaults(form) ? (
          <RefusalSummary form={form} fields={{ code: t("decisions.secret.field.code") }} />
        ) : (
          view.looked && <Answer view={view} looked={view.looked} />
        )
      }
      head={
        <PageHead
          frame={frame}
          name={title}
          sentence={t(`decisions.published.sentence-${view.isPublished ? proposal.secrecy : "withheld"}`, {
            fewest: fewestPublished,
          })}
          community={
            <a href={proposalPath(proposal)}>
              <UserName name={proposal.title} />
            </a>
          }
        />
      }
      unlisted={thread.audience === "members"}
    >
      {view.isPublished && (
        <Section id="recount" title={t("decisions.recount.title")}>
          <Recount t={t} proposal={proposal} />
        </Section>
      )}
      {view.isPublished && proposal.secrecy === "secret" && <Finding view={view} form={form} />}
      {view.ballots.length > 0 && <Ballots view={view} />}
      {view.turnout !== undefined && <TurnoutList view={view} />}
    </Page>
  );
}

function Answer({ view, looked }: { readonly view: BallotsView; readonly looked: Looked }) {
  const { t } = view.visit.c.var;
  if (!looked.found) return <Notice t={t} meaning="careful" what={t("decisions.published.missing")} />;
  return <Notice t={t} what={t("decisions.published.found", { ballot: wordsOf(view)(looked.ballot) })} />;
}

function Finding({ view, form }: BallotsPageProps) {
  const { c, proposal } = view.visit;
  const { t, frame } = c.var;
  const path = ballotsPath(proposal);
  return (
    <Section id="find" title={t("decisions.published.find-title")} explained={t("decisions.published.find-explained")}>
      <koinon-find-ballot
        data-ballots={`${path}.csv`}
        data-found={t("decisions.published.found", { ballot: "[…]" })}
        data-missing={t("decisions.published.missing")}
      >
        <Form frame={frame} action={`${path}/found`}>
          <Field
            name="code"
            label={t("decisions.secret.field.code")}
            hint={t("decisions.published.find-hint")}
            form={form}
            maxlength={60}
            autocomplete="off"
          />
          <Submit kind="quiet">{t("decisions.published.find-submit")}</Submit>
        </Form>
      </koinon-find-ballot>
    </Section>
  );
}

function Ballots({ view }: { readonly view: BallotsView }) {
  const { c, proposal } = view.visit;
  const { t } = c.var;
  const isSecret = proposal.secrecy === "secret";
  const words = wordsOf(view);
  const second = isSecret
    ? { label: t("decisions.published.digest") }
    : { label: t("decisions.published.count"), numeric: true };
  return (
    <Section id="list" title={t("decisions.published.list-title")}>
      <DataTable
        t={t}
        caption={t("decisions.published.table")}
        columns={[{ label: t("decisions.published.ballot") }, second]}
        rows={view.ballots.map(({ ballot, count, code, ...others }) => [
          words(ballot),
          isSecret ? (
            <code class="digest">{code}</code>
          ) : (
            <>
              {t("decisions.published.number", { count })}
              <OthersAmong t={t} {...others} />
            </>
          ),
        ])}
      />
      <Pagination
        t={t}
        label={t("decisions.published.list-title")}
        previous={isSecret && c.req.query("from") !== undefined ? `${ballotsPath(proposal)}#list` : undefined}
        next={view.next === undefined ? undefined : `${ballotsPath(proposal)}?from=${view.next}#list`}
      />
    </Section>
  );
}

function TurnoutList({ view }: { readonly view: BallotsView }) {
  const { c, proposal } = view.visit;
  const { t } = c.var;
  const { nextPerson } = view;
  return (
    <Section
      id="turnout"
      title={t("decisions.published.turnout-title")}
      explained={t("decisions.published.turnout-explained")}
    >
      <ul class="rules">
        {(view.turnout ?? []).map((person) => (
          <li>
            <PersonName t={t} person={person} />
          </li>
        ))}
      </ul>
      <Pagination
        t={t}
        label={t("decisions.published.turnout-title")}
        next={nextPerson === undefined ? undefined : `${ballotsPath(proposal)}?after=${nextPerson}#turnout`}
      />
    </Section>
  );
}

function wordsOf({ visit: { c, proposal } }: BallotsView) {
  const names = optionNames(proposal, c.var.t);
  return (ballot: Parameters<ReturnType<typeof viewsOf>["inWords"]>[0]) =>
    viewsOf(proposal).inWords(ballot, names, c.var.t);
}
