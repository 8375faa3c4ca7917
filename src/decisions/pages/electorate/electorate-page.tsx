import { doneKey } from "../../../ui/after-act.ts";
import { DataTable } from "../../../ui/components/data-table.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Pagination } from "../../../ui/components/pagination.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { hasFaults } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import type { WhyMay } from "../../model/electorate/electorate.ts";
import { electoratePath, proposalPath } from "../addresses.ts";
import { PersonName } from "../person-name.tsx";
import { communityOfPage, type ProposalVisit } from "../visit.ts";
import { ChallengePanel, WaitingChallenge } from "./challenge-forms.tsx";
import type { ElectoratePageProps, ElectoratePageView } from "./electorate-page-view.ts";
import { Challenges } from "./challenge-list.tsx";
import { askedWords, leftOutWords } from "./electorate-words.ts";

/** Who may answer, who may not and why, as it was frozen when the proposal opened. */
export function ElectoratePage({ visit, view, form }: ElectoratePageProps) {
  const { c, proposal, community, thread } = visit;
  const { frame, t } = c.var;
  const title = t("decisions.electorate.title");
  const done = hasFaults(form) ? undefined : doneKey(c, ["challenged", "challenge-answered"]);
  const fields = { reason: t("decisions.challenge.reason"), answer: t("decisions.challenge.answer") };
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      notice={
        done === undefined ? (
          <RefusalSummary form={form} fields={fields} />
        ) : (
          <Notice t={t} what={t(`decisions.challenge.done.${done}`)} />
        )
      }
      head={
        <PageHead
          frame={frame}
          name={title}
          sentence={askedWords(t, view.electorate.chosen)}
          community={
            <a href={proposalPath(proposal)}>
              <UserName name={proposal.title} />
            </a>
          }
        />
      }
      act={{ panel: <ChallengePanel visit={visit} view={view} form={form} /> }}
      unlisted={thread.audience === "members" || community.memberList !== "everyone"}
    >
      <p>{t("decisions.electorate.frozen", { when: t.dateTime(proposal.openedAt), eligible: proposal.eligible })}</p>
      <Voices visit={visit} view={view} />
      {view.isNamed ? <Electors visit={visit} view={view} /> : <p>{t("decisions.electorate.closed")}</p>}
      {view.isNamed && <LeftOutList visit={visit} view={view} />}
      <Challenges visit={visit} electorate={view.electorate} />
      <WaitingChallenge visit={visit} view={view} form={form} />
    </Page>
  );
}

type PartProps = Omit<ElectoratePageProps, "form">;

/** The organisations asked, and which of them have spoken. */
function Voices({ visit, view }: PartProps) {
  const { t } = visit.c.var;
  const { voices } = view.electorate;
  if (voices.length === 0) return null;
  const title = t("decisions.electorate.voices");
  return (
    <Section id="voices" title={title} explained={t("decisions.electorate.voices-explained")}>
      <DataTable
        t={t}
        caption={t("decisions.electorate.voices-table")}
        columns={[{ label: t("decisions.electorate.organisation") }, { label: t("decisions.electorate.spoken") }]}
        rows={voices.map((voice) => [
          <>
            <UserName name={voice.name} />
            {voice.host !== "" && (
              <>
                {" "}
                <span class="host">{voice.host}</span>
              </>
            )}
          </>,
          voice.spokeBy !== undefined && view.isNamed ? (
            <PersonName t={t} person={view.people.get(voice.spokeBy)} />
          ) : (
            t(`decisions.electorate.has-spoken-${voice.hasSpoken ? "yes" : "no"}`)
          ),
        ])}
      />
    </Section>
  );
}

function Electors({ visit, view }: PartProps) {
  const { c, proposal } = visit;
  const { t } = c.var;
  const { electors, next, electorate } = view;
  const mayChallenge = electorate.why !== undefined && electorate.challengeTime === "now";
  const title = t("decisions.electorate.may-answer");
  const path = electoratePath(proposal);
  const columns = [{ label: t("decisions.electorate.person") }, { label: t("decisions.electorate.reason") }];
  return (
    <Section id="electors" title={title}>
      <DataTable
        t={t}
        caption={t("decisions.electorate.may-answer-table")}
        columns={mayChallenge ? [...columns, { label: t("decisions.challenge.challenge") }] : columns}
        rows={electors.map(({ personId, why }) => [
          <PersonName t={t} person={view.people.get(personId)} />,
          whyWords(visit, view, personId, why as WhyMay),
          ...(mayChallenge
            ? [
                <a
                  href={`${path}?about=${personId}#act`}
                  aria-label={t("decisions.challenge.challenge-one", {
                    person: view.people.get(personId)?.name ?? view.people.get(personId)?.handle ?? "",
                  })}
                >
                  {t("decisions.challenge.challenge")}
                </a>,
              ]
            : []),
        ])}
        empty={<Empty what={t("decisions.electorate.nobody")} />}
      />
      <Pagination
        t={t}
        label={title}
        previous={c.req.query("after") === undefined ? undefined : path}
        next={next.electors === undefined ? undefined : `${path}?after=${next.electors}#electors`}
      />
    </Section>
  );
}

function whyWords({ c }: ProposalVisit, view: ElectoratePageView, personId: string, why: WhyMay): string {
  const { t } = c.var;
  const voice = view.electorate.voices.find(({ delegates }) => delegates.some((each) => each === personId));
  return voice === undefined
    ? t(`decisions.electorate.why.${why}`)
    : t("decisions.electorate.why-voice", { organisation: voice.name });
}

function LeftOutList({ visit, view }: PartProps) {
  const { c, proposal, isSteward, personId } = visit;
  const { t } = c.var;
  if (view.leftOut.length === 0) return null;
  const title = t("decisions.electorate.may-not");
  const path = electoratePath(proposal);
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
