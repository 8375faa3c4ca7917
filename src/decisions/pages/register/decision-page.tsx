import type { Child } from "hono/jsx";
import { LivePart, LiveParts } from "../../../ui/components/live-parts.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { StateStrip } from "../../../ui/components/state-strip.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName, UserText } from "../../../ui/text.tsx";
import type { DecisionState } from "../../model/consent/review.ts";
import { AmendmentSection } from "../charter/charter-of-proposal.tsx";
import { communityPath } from "../addresses.ts";
import { ConsentPanel } from "../consent/consent-panel.tsx";
import { DecisionFacts, DecisionStanding } from "../consent/decision-view.tsx";
import { VersionText } from "../consent/version-view.tsx";
import { liveAddress } from "../live-thread.ts";
import { communityOfPage } from "../visit.ts";
import type { DecisionPageView } from "./decision-page-view.ts";
import { HowDecided } from "./how-decided.tsx";
import { registerPath } from "./register-paths.ts";
import { Replacing } from "./replacing.tsx";
import { TaskSection } from "./task-section.tsx";
import { WhereItStands } from "./where-it-stands.tsx";

interface DecisionPageProps {
  readonly view: DecisionPageView;
  readonly form: FormState;
  readonly notice?: Child;
}

/** The record of one decision: its exact words, whether it holds, how it was decided, what came before and after, and who carries it out. */
export function DecisionPage({ view, form, notice }: DecisionPageProps) {
  const { visit, kept } = view;
  const { c, decision, thread, community, consent } = visit;
  const { frame, t } = c.var;
  const isAsked = kept.review !== undefined && kept.review.round.closedAt === undefined;
  return (
    <Page
      frame={frame}
      title={decision.title}
      community={communityOfPage(community)}
      notice={notice}
      head={
        <PageHead
          frame={frame}
          kind={t("decisions.register.kind")}
          name={<UserName name={decision.title} />}
          language={thread.language}
          community={
            <>
              <a href={communityPath(community)}>
                <UserName name={community.name} />
              </a>
              <a href={registerPath(community)}>{t("decisions.register.title")}</a>
            </>
          }
        />
      }
      states={<States view={view} />}
      subject={
        <LivePart name="decision-text">
          <DecisionStanding view={kept} />
          <Section id="text" title={t("decisions.register.section.text")}>
            <VersionText view={kept} />
            <DecisionFacts view={kept} />
          </Section>
          <AmendmentSection t={t} community={community} part={kept.charter} />
        </LivePart>
      }
      act={{
        panel: <ConsentPanel view={kept} form={form} />,
        ...(isAsked && { label: t("decisions.consent.panel.review") }),
      }}
      unlisted={thread.audience === "members"}
    >
      <LiveParts source={liveAddress(thread.id)}>
        <LivePart name="decision">
          {consent.need !== "" && (
            <Section id="why" title={t("decisions.consent.section.why")}>
              <UserText text={consent.need} language={thread.language} />
            </Section>
          )}
          <Replacing view={view} />
          <HowDecided view={view} />
        </LivePart>
      </LiveParts>
      <TaskSection view={view} form={form} />
      <WhereItStands view={view} />
    </Page>
  );
}

const ends: readonly DecisionState[] = ["superseded", "ended", "expired"];

/** From the day it was decided by way of its review to its end. */
function States({ view }: { readonly view: DecisionPageView }) {
  const { c, decision } = view.visit;
  const { t } = c.var;
  const { state } = decision;
  const review = state === "overdue" || state === "amended" ? state : "review-due";
  const last = ends.includes(state) ? state : review;
  const shown: readonly DecisionState[] = ["adopted", "in-force", last];
  const notes: Readonly<Partial<Record<DecisionState, Temporal.PlainDate>>> = {
    adopted: decision.adoptedAt.toZonedDateTimeISO(decision.zone).toPlainDate(),
    "in-force": decision.startsOn,
    "review-due": decision.reviewOn,
    overdue: decision.reviewOn,
    ...(decision.endsOn !== undefined && { expired: decision.endsOn }),
  };
  return (
    <StateStrip
      t={t}
      states={shown.map((one) => {
        const day = notes[one];
        return { name: t(`decisions.register.strip.${one}`), note: day && t.briefDate(day) };
      })}
      present={shown.indexOf(state)}
    />
  );
}
