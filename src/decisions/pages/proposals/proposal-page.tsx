import type { Child } from "hono/jsx";
import { LivePart, LiveParts } from "../../../ui/components/live-parts.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { StateStrip } from "../../../ui/components/state-strip.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName, UserText } from "../../../ui/text.tsx";
import { communityPath, threadPath } from "../addresses.ts";
import { liveAddress } from "../live-thread.ts";
import { ProposalExports } from "../exports/export-links.tsx";
import { AddOption } from "../lifecycle/add-option.tsx";
import { ChangesView } from "../lifecycle/changes-view.tsx";
import { LifeInWords } from "../lifecycle/life-in-words.tsx";
import { SoFar } from "../lifecycle/so-far.tsx";
import { AmendmentSection, BylawsLine } from "../charter/charter-of-proposal.tsx";
import { PersonName } from "../person-name.tsx";
import { AboutBallots } from "../published/about-ballots.tsx";
import { communityOfPage } from "../visit.ts";
import { Challenges } from "../electorate/challenge-list.tsx";
import { Shares } from "../electorate/shares.tsx";
import { AnswerPanel } from "./answer-panel.tsx";
import { OutcomeView } from "./outcome-view.tsx";
import type { ProposalView } from "./proposal-view.ts";
import { RulesInWords } from "./rules-in-words.tsx";
import { StanceList } from "./stance-list.tsx";
import { VoiceActs } from "../voice/voice-acts.tsx";
import { VoiceSentences } from "../voice/voice-sentences.tsx";
import { VoicesSection } from "../voice/voices-section.tsx";
import { TallyView } from "./tally-view.tsx";
import { Tending } from "./tending.tsx";

interface ProposalPageProps {
  readonly view: ProposalView;
  readonly form: FormState;
  readonly notice?: Child;
}

/** One proposal: what is proposed, how and until when it is decided, what was said, and what came of it. */
export function ProposalPage({ view, form, notice }: ProposalPageProps) {
  const { visit } = view;
  const { c, proposal, thread, community } = visit;
  const { frame, t } = c.var;
  return (
    <Page
      frame={frame}
      title={proposal.title}
      community={communityOfPage(community)}
      notice={notice}
      head={
        <PageHead
          frame={frame}
          kind={t("decisions.proposal.kind", { method: t(`decisions.method.${proposal.method}.name`) })}
          name={<UserName name={proposal.title} />}
          language={thread.language}
          community={
            <>
              <a href={communityPath(community)}>
                <UserName name={community.name} />
              </a>
              <a href={threadPath(thread)}>
                <UserName name={thread.title} />
              </a>
            </>
          }
        />
      }
      states={<States view={view} />}
      subject={
        <LivePart name="proposal-text">
          <Subject view={view} />
        </LivePart>
      }
      act={{
        panel: <AnswerPanel view={view} form={form} />,
        ...(proposal.state === "open" &&
          view.electorate.not === undefined && { label: t("decisions.answer-panel.title") }),
      }}
      unlisted={thread.audience === "members"}
    >
      <VoiceActs view={view} />
      <LiveParts source={liveAddress(thread.id)}>
        <LivePart name="proposal">
          <Body view={view} />
        </LivePart>
      </LiveParts>
      <AddOption view={view} form={form} />
      {view.tends && <Tending view={view} form={form} />}
    </Page>
  );
}

/** What came of it, where something did, and the words on which everybody answers. */
function Subject({ view }: { readonly view: ProposalView }) {
  const { visit, outcome } = view;
  const { c, proposal, thread } = visit;
  const { t } = c.var;
  return (
    <>
      {outcome !== undefined && (
        <Section id="outcome" title={t("decisions.outcome.title")}>
          <OutcomeView view={view} outcome={outcome} />
        </Section>
      )}
      <Section id="text" title={t("decisions.proposal.text-title")}>
        <UserText text={proposal.text === "" ? proposal.title : proposal.text} language={thread.language} />
        <p class="statement-by">
          {t("decisions.proposal.by")} <PersonName t={t} person={view.people.get(proposal.authorId)} />
        </p>
      </Section>
      <AmendmentSection t={t} community={visit.community} part={view.charter} />
    </>
  );
}

function Body({ view }: { readonly view: ProposalView }) {
  const { visit, outcome, tally, stances } = view;
  const { c, proposal } = visit;
  const { t } = c.var;
  return (
    <>
      {outcome !== undefined && <Challenges visit={visit} electorate={view.electorate} way />}
      {proposal.state !== "withdrawn" && !view.isWithheld && (
        <Section id="count" title={t(outcome === undefined ? "decisions.tally.so-far" : "decisions.tally.final")}>
          {tally === undefined ? (
            <p>{t(`decisions.tally.hidden.${proposal.showsCount}`, { answered: view.voices.part.answered })}</p>
          ) : (
            <>
              <p>{t("decisions.tally.answered", view.voices.part)}</p>
              <VoiceSentences t={t} counts={view.voices.counts} />
              <SoFar view={view} tally={tally} />
              <TallyView t={t} proposal={proposal} names={view.names} tally={tally} />
            </>
          )}
        </Section>
      )}
      <ChangesView view={view} />
      <Shares view={view} />
      {outcome === undefined && <Challenges visit={visit} electorate={view.electorate} way />}
      {outcome !== undefined && <AboutBallots view={view} outcome={outcome} />}
      {stances.length > 0 && (
        <Section id="stances" title={t("decisions.stances.title")}>
          <StanceList view={view} />
        </Section>
      )}
      <VoicesSection view={view} />
      <Section id="rules" title={t("decisions.rules.title")}>
        <BylawsLine t={t} community={visit.community} part={view.charter} />
        <RulesInWords
          t={t}
          proposal={proposal}
          answered={view.voices.part.listed}
          electorate={view.electorate.chosen}
        />
        <LifeInWords t={t} proposal={proposal} life={view.life.life} />
        <ProposalExports t={t} proposal={proposal} />
      </Section>
    </>
  );
}

function States({ view }: { readonly view: ProposalView }) {
  const { c, proposal } = view.visit;
  const { t } = c.var;
  const opened = { name: t("decisions.proposal.state.open"), note: t.briefDateTime(proposal.openedAt) };
  if (proposal.state === "withdrawn") {
    const note = proposal.closedAt === undefined ? undefined : t.briefDateTime(proposal.closedAt);
    return <StateStrip t={t} states={[opened, { name: t("decisions.proposal.state.withdrawn"), note }]} present={1} />;
  }
  const closing = {
    name: t("decisions.proposal.state.closed"),
    note: t.briefDateTime(proposal.closedAt ?? proposal.closesAt),
  };
  const stated = {
    name: t("decisions.proposal.state.stated"),
    note: view.outcome?.statedAt && t.briefDateTime(view.outcome.statedAt),
  };
  const present = view.outcome === undefined ? 0 : view.outcome.statement === "" ? 1 : 2;
  return <StateStrip t={t} states={[opened, closing, stated]} present={present} />;
}
