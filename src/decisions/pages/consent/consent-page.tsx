import type { Child } from "hono/jsx";
import { LivePart, LiveParts } from "../../../ui/components/live-parts.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { StateStrip } from "../../../ui/components/state-strip.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName, UserText } from "../../../ui/text.tsx";
import type { ConsentState } from "../../model/consent/states.ts";
import { communityPath, threadPath } from "../addresses.ts";
import { liveAddress } from "../live-thread.ts";
import { AmendmentSection } from "../charter/charter-of-proposal.tsx";
import { communityOfPage } from "../visit.ts";
import { ConsentPanel } from "./consent-panel.tsx";
import { ConsentRules } from "./consent-rules.tsx";
import { ConsentTending } from "./consent-tending.tsx";
import type { ConsentView } from "./consent-view.ts";
import { DecisionFacts, DecisionView } from "./decision-view.tsx";
import { EndingView } from "./ending-view.tsx";
import { ObjectionList } from "./objection-list.tsx";
import { AnswersShown, MotionShown, QuestionsShown, ReactionsShown } from "./rounds-shown.tsx";
import { VersionsShown, VersionText } from "./version-view.tsx";
import { WaitingLine } from "./waiting-line.tsx";

interface ConsentPageProps {
  readonly view: ConsentView;
  readonly form: FormState;
  readonly notice?: Child;
}

/** One consent process: where it stands, what waits for whom, the words, what was asked, said and objected, and what came of it. */
export function ConsentPage({ view, form, notice }: ConsentPageProps) {
  const { visit, version } = view;
  const { c, consent, thread, community } = visit;
  const { frame, t } = c.var;
  return (
    <Page
      frame={frame}
      title={version.title}
      community={communityOfPage(community)}
      notice={notice}
      head={
        <PageHead
          frame={frame}
          kind={t("decisions.consent.kind")}
          name={<UserName name={version.title} />}
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
        <LivePart name="consent-text">
          <Subject view={view} />
        </LivePart>
      }
      act={{
        panel: <ConsentPanel view={view} form={form} />,
        ...(canAct(view) && { label: t("decisions.consent.panel.reach") }),
      }}
      unlisted={thread.audience === "members" || consent.state === "draft"}
    >
      <LiveParts source={liveAddress(thread.id)}>
        <LivePart name="consent">
          <Body view={view} form={form} />
        </LivePart>
      </LiveParts>
      <ConsentTending view={view} form={form} />
    </Page>
  );
}

/** Whether the panel has something to do for this reader, or for one who has not signed in. */
function canAct({ visit, review, decision, speaker, isAuthor, reviewer }: ConsentView): boolean {
  const { consent, personId, isSteward } = visit;
  const isVisitor = personId === undefined;
  if (decision !== undefined)
    return review?.round.closedAt === undefined && review !== undefined && (reviewer !== undefined || isVisitor);
  const asksAll: readonly ConsentState[] = ["clarify", "react", "consent", "objections"];
  if (asksAll.includes(consent.state)) return speaker !== undefined || isVisitor;
  const asksFew: readonly ConsentState[] = ["draft", "present", "amend", "integrate"];
  return asksFew.includes(consent.state) && (isAuthor || isSteward);
}

/** How it ended, where it has, and the words on which everybody answers. */
function Subject({ view }: Pick<ConsentPageProps, "view">) {
  const { c, consent, community } = view.visit;
  const { t } = c.var;
  return (
    <>
      {view.decision === undefined ? <EndingView view={view} /> : <DecisionView view={view} />}
      <Section id="text" title={t("decisions.consent.section.text", { version: consent.version })}>
        <VersionText view={view} />
      </Section>
      <AmendmentSection t={t} community={community} part={view.charter} />
    </>
  );
}

function Body({ view, form }: Pick<ConsentPageProps, "view" | "form">) {
  const { visit, objections, questions, reactions, consents, versions } = view;
  const { c, consent, thread } = visit;
  const { t } = c.var;
  return (
    <>
      <DecisionFacts view={view} />
      <WaitingLine view={view} />
      {(consent.need !== "" || consent.aim !== "") && (
        <Section id="why" title={t("decisions.consent.section.why")}>
          {consent.need !== "" && <UserText text={consent.need} language={thread.language} />}
          {consent.aim !== "" && (
            <>
              <p class="statement-by">{t("decisions.consent.aim-of")}</p>
              <UserText text={consent.aim} language={thread.language} />
            </>
          )}
        </Section>
      )}
      {view.motion !== undefined && (
        <Section id="motion" title={t("decisions.consent.section.motion")}>
          <MotionShown view={view} motion={view.motion} />
        </Section>
      )}
      {objections.length > 0 && (
        <Section
          id="objections"
          title={t("decisions.consent.section.objections")}
          explained={t("decisions.consent.objection-is")}
        >
          <ObjectionList view={view} form={form} />
        </Section>
      )}
      {consents !== undefined && consents.answered > 0 && (
        <Section id="answers" title={t("decisions.consent.section.answers", { version: consent.version })}>
          <AnswersShown view={view} round={consents} />
        </Section>
      )}
      {reactions !== undefined && reactions.answered > 0 && (
        <Section id="reactions" title={t("decisions.consent.section.reactions")}>
          <ReactionsShown view={view} round={reactions} />
        </Section>
      )}
      {questions.length > 0 && (
        <Section id="questions" title={t("decisions.consent.section.questions")}>
          <QuestionsShown view={view} form={form} />
        </Section>
      )}
      {versions.length > 1 && (
        <Section id="versions" title={t("decisions.consent.section.versions")}>
          <VersionsShown view={view} />
        </Section>
      )}
      <Section id="rules" title={t("decisions.rules.title")}>
        <ConsentRules view={view} />
      </Section>
    </>
  );
}

const way: readonly ConsentState[] = ["draft", "present", "clarify", "react", "amend", "consent"];
const ofObjections: readonly ConsentState[] = ["objections", "test", "integrate"];

/** The way of a process; objections stand in it where there were any, and how it ended at its end. */
function States({ view }: { readonly view: ConsentView }) {
  const { c, consent } = view.visit;
  const { t } = c.var;
  const present = consent.state;
  const onTheWay = way.includes(present) || ofObjections.includes(present);
  const withObjections = ofObjections.includes(present) ? [...way, present] : way;
  const ending = onTheWay ? "adopted" : present;
  const shown: readonly ConsentState[] = [...withObjections, ending];
  const note = consent.dueAt === undefined ? undefined : t.briefDateTime(consent.dueAt);
  const place = shown.indexOf(present);
  return (
    <StateStrip
      t={t}
      states={shown.map((state, at) => ({
        name: t(`decisions.consent.state.${state}`),
        note: at === place && note !== undefined ? t("decisions.consent.until-brief", { time: note }) : undefined,
      }))}
      present={place}
    />
  );
}
