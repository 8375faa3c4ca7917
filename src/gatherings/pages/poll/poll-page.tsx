import type { Child } from "hono/jsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { LivePart, LiveParts } from "../../../ui/components/live-parts.tsx";
import { Section } from "../../../ui/components/section.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { gatheringPath, pollPath } from "../addresses.ts";
import { communityOfPage } from "../visit.ts";
import { AnswerGrid } from "./answer-grid.tsx";
import { ChoosingForm } from "./choosing-form.tsx";
import { liveAddress } from "../live-gathering.ts";
import { HeatOfAnswers } from "./heat-of-answers.tsx";
import { ChoiceReport } from "./outcome.tsx";
import { readOutcome, type OutcomeView } from "./outcome-view.ts";
import { PollStatus } from "./poll-status.tsx";
import type { PollView } from "./poll-view.ts";
import { ZoneLine } from "./zone-line.tsx";

interface PollPageProps {
  readonly view: PollView;
  readonly outcome: OutcomeView | undefined;
  readonly notice?: Child;
  /** The grid, or the choice, as it was sent or is to be filled in. */
  readonly form: FormState;
}

/** The page of a scheduling poll with all that this reader may see of it. */
export async function pollPage(view: PollView, form: FormState, notice?: Child) {
  return <PollPage view={view} outcome={await readOutcome(view)} form={form} notice={notice} />;
}

function PollPage({ view, outcome, notice, form }: PollPageProps) {
  const { c, gathering, community, standing } = view.visit;
  const { frame, t } = c.var;
  return (
    <Page
      frame={frame}
      title={t("gatherings.poll.page-title", { title: gathering.title })}
      community={communityOfPage(community)}
      notice={notice}
      head={
        <PageHead
          frame={frame}
          kind={t("gatherings.poll.title")}
          name={<UserName name={gathering.title} />}
          sentence={gathering.purpose}
          language={gathering.language}
          community={<a href={gatheringPath(gathering)}>{t("gatherings.poll.to-gathering")}</a>}
        />
      }
      act={{ panel: <PollStatus view={view} /> }}
    >
      {view.isOpen && (
        <Section id="answer" title={t("gatherings.act.answer")} explained={t("gatherings.poll.explained")}>
          <ZoneLine view={view} />
          <AnswerGrid view={view} form={form} />
        </Section>
      )}
      {outcome !== undefined && <Outcome outcome={outcome} />}
      {outcome !== undefined && standing.organises && gathering.state === "asking-when" && (
        <ChoosingForm outcome={outcome} form={form} />
      )}
      <Section id="answers" title={t("gatherings.poll.answers")}>
        {view.answered === 0 ? (
          <Empty what={t("gatherings.poll.no-answers")} />
        ) : (
          <LiveParts source={liveAddress(gathering.id)}>
            <LivePart name="answers" words={t("gatherings.poll.answered", { people: view.answered })}>
              <HeatOfAnswers view={view} chosen={outcome?.chosen?.slots ?? []} />
            </LivePart>
          </LiveParts>
        )}
        {standing.organises && view.answered > 0 && (
          <p>
            <a href={`${pollPath(gathering)}/answers`}>{t("gatherings.by-name.title")}</a>
          </p>
        )}
      </Section>
    </Page>
  );
}

/** What was chosen, else the best choices by their number of times. */
function Outcome({ outcome }: { readonly outcome: OutcomeView }) {
  const { t } = outcome.view.visit.c.var;
  const { chosen, best } = outcome;
  return (
    <Section id="outcome" title={t("gatherings.outcome.title")} explained={t("gatherings.outcome.explained")}>
      {chosen !== undefined && (
        <ChoiceReport outcome={outcome} choice={chosen} title={t("gatherings.outcome.chosen")} />
      )}
      {best.map((choice) => (
        <ChoiceReport
          outcome={outcome}
          choice={choice}
          title={t("gatherings.outcome.best", { times: choice.slots.length })}
        />
      ))}
    </Section>
  );
}
