import type { Child } from "hono/jsx";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { TimeText } from "../../../ui/components/time-text.tsx";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { gatheringPath } from "../addresses.ts";
import { communityOfPage } from "../visit.ts";
import { AnswerGrid } from "./answer-grid.tsx";
import { HeatOfAnswers } from "./heat-of-answers.tsx";
import type { PollView } from "./poll-view.ts";
import { ZoneLine } from "./zone-line.tsx";

interface PollPageProps {
  readonly view: PollView;
  readonly notice?: Child;
  /** The grid as it was sent, when it was refused. */
  readonly form?: FormState;
}

/** The page of a scheduling poll: the grid while it is open, what came of it afterwards. */
export function PollPage({ view, notice, form }: PollPageProps) {
  const { c, gathering, community } = view.visit;
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
      act={{ panel: <Status view={view} /> }}
    >
      {view.isOpen && (
        <Section id="answer" title={t("gatherings.act.answer")} explained={t("gatherings.poll.explained")}>
          <ZoneLine view={view} />
          <AnswerGrid view={view} form={form ?? untouchedForm(t)} />
        </Section>
      )}
      <Section id="answers" title={t("gatherings.poll.answers")}>
        {view.answers.length === 0 ? (
          <Empty what={t("gatherings.poll.no-answers")} />
        ) : (
          <HeatOfAnswers view={view} chosen={[]} />
        )}
      </Section>
    </Page>
  );
}

function Status({ view }: { readonly view: PollView }) {
  const { t } = view.visit.c.var;
  const { poll, isOpen, answers } = view;
  const until = (
    <>
      {t(isOpen ? "gatherings.act.until" : "gatherings.poll.closed-at")}{" "}
      <TimeText t={t} instant={poll.closedAt ?? poll.closesAt} organiserZone={poll.zone} />
    </>
  );
  return (
    <ActPanel title={t(isOpen ? "gatherings.poll.is-open" : "gatherings.poll.is-closed")} until={until}>
      <p>{t("gatherings.poll.answered", { people: answers.length })}</p>
    </ActPanel>
  );
}
