import type { Child } from "hono/jsx";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { TimeText } from "../../../ui/components/time-text.tsx";
import { MyServer, TwoDoors } from "../../../ui/components/two-doors.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { whyNotWords } from "../electorate/electorate-words.ts";
import type { ConsentView } from "./consent-view.ts";
import { consentPath } from "./consent-visit.ts";
import {
  ClarityForm,
  ConfirmationForm,
  ConsentForm,
  MotionForm,
  OpeningForm,
  ReactionForm,
  ReviewForm,
  SubmissionForm,
} from "./panel-forms.tsx";
import { ownObjections } from "./may-write.ts";
import { InWhoseName } from "./said-by.tsx";
import { VersionForm } from "./version-form.tsx";

interface PanelProps {
  readonly view: ConsentView;
  readonly form: FormState;
}

/** What the reader can do now and until when; or why they cannot, and who can. */
export function ConsentPanel({ view, form }: PanelProps) {
  const { visit, motion } = view;
  const { consent, c } = visit;
  const { t } = c.var;
  if (view.decision !== undefined) return <ReviewPanel view={view} form={form} />;
  if (consent.endedAt !== undefined) {
    return <ActPanel title={t("decisions.consent.panel.over")} cannot={t("decisions.consent.panel.over-why")} />;
  }
  if (motion !== undefined && motion.round.closedAt === undefined && view.speaker !== undefined) {
    return (
      <ActPanel title={t("decisions.consent.panel.motion")} until={<Until view={view} at={motion.round.dueAt} />}>
        <InWhoseName view={view} speaker={view.speaker} />
        <MotionForm view={view} form={form} />
      </ActPanel>
    );
  }
  switch (consent.state) {
    case "draft":
      return (
        <Mine
          view={view}
          title={t("decisions.consent.panel.draft")}
          may={view.isAuthor || (consent.supersedes !== undefined && visit.isSteward)}
          why="draft"
        >
          <SubmissionForm view={view} />
        </Mine>
      );
    case "present":
      return (
        <Mine view={view} title={t("decisions.consent.panel.present")} may={visit.isSteward} why="present">
          <OpeningForm view={view} />
        </Mine>
      );
    case "clarify":
      return (
        <Asked view={view} form={form} title={t("decisions.consent.panel.clarify")} round="clarify" number={1}>
          <ClarityForm view={view} form={form} />
        </Asked>
      );
    case "react":
      return (
        <Asked view={view} form={form} title={t("decisions.consent.panel.react")} round="react" number={1}>
          <ReactionForm view={view} form={form} />
        </Asked>
      );
    case "amend":
      return (
        <Mine view={view} title={t("decisions.consent.panel.amend")} may={view.isAuthor || visit.isSteward} why="amend">
          <VersionForm view={view} form={form} />
        </Mine>
      );
    case "consent":
    case "objections":
      return (
        <Asked
          view={view}
          form={form}
          title={t(`decisions.consent.panel.${consent.state}`)}
          round="consent"
          number={consent.turn}
        >
          <ConsentForm view={view} form={form} />
        </Asked>
      );
    case "test":
      return (
        <ActPanel
          title={t("decisions.consent.panel.test")}
          until={<Until view={view} />}
          cannot={t("decisions.consent.panel.test-how")}
        />
      );
    case "integrate":
      return <IntegratePanel view={view} form={form} />;
    default:
      return <ActPanel title={t("decisions.consent.panel.over")} cannot={t("decisions.consent.panel.over-why")} />;
  }
}

/** Objectors say whether the new version will do; they, the author and those who facilitate write one. */
function IntegratePanel({ view, form }: PanelProps) {
  const { visit } = view;
  const { t } = visit.c.var;
  const own = ownObjections(view);
  const waitsForThem = own.some(({ version }) => version < visit.consent.version);
  const mayWrite = view.isAuthor || visit.isSteward || own.length > 0;
  return (
    <Mine view={view} title={t("decisions.consent.panel.integrate")} may={mayWrite} why="integrate">
      {waitsForThem && <ConfirmationForm view={view} form={form} />}
      <VersionForm view={view} form={form} />
    </Mine>
  );
}

function ReviewPanel({ view, form }: PanelProps) {
  const { t } = view.visit.c.var;
  const { review, decision } = view;
  if (decision === undefined || review === undefined || review.round.closedAt !== undefined) {
    const words =
      decision === undefined
        ? ""
        : t(`decisions.consent.panel.decided-${decision.state}`, { review: t.weekdayDate(decision.reviewOn) });
    return <ActPanel title={t("decisions.consent.panel.decided")} cannot={words} />;
  }
  const title = t("decisions.consent.panel.review");
  if (view.visit.personId !== undefined && view.reviewer === undefined) {
    return <ActPanel title={title} cannot={view.not && whyNotWords(t, view.not)} />;
  }
  return (
    <Doors view={view} form={form} title={title} round="review" number={review.round.number}>
      <InWhoseName view={view} speaker={view.reviewer} />
      <ReviewForm view={view} form={form} />
    </Doors>
  );
}

/** Something that some may do; whoever may not reads who can. */
function Mine({
  view,
  title,
  may,
  why,
  children,
}: {
  readonly view: ConsentView;
  readonly title: string;
  readonly may: boolean;
  readonly why: string;
  readonly children?: Child;
}) {
  const { t } = view.visit.c.var;
  if (!may)
    return <ActPanel title={title} until={<Until view={view} />} cannot={t(`decisions.consent.panel.wait-${why}`)} />;
  return (
    <ActPanel title={title} until={<Until view={view} />}>
      {children}
    </ActPanel>
  );
}

interface AskedProps extends PanelProps {
  readonly title: string;
  readonly round: string;
  readonly number: number;
  readonly children?: Child;
}

/** Something the whole circle is asked. */
function Asked(props: AskedProps) {
  const { view, title } = props;
  const { t } = view.visit.c.var;
  if (view.visit.personId !== undefined && view.speaker === undefined) {
    return <ActPanel title={title} until={<Until view={view} />} cannot={view.not && whyNotWords(t, view.not)} />;
  }
  return (
    <Doors {...props}>
      <InWhoseName view={view} speaker={view.speaker} />
      {props.children}
    </Doors>
  );
}

/** Both doors for a visitor, the form alone for whoever is in. */
function Doors({ view, form, title, round, number, children }: AskedProps) {
  const { visit } = view;
  const { c, consent, application, thread } = visit;
  const { t } = c.var;
  const until = <Until view={view} />;
  if (visit.personId !== undefined || thread.audience === "members") {
    return (
      <ActPanel title={title} until={until}>
        {children}
      </ActPanel>
    );
  }
  const uri = new URL(`${consentPath(consent)}/rounds/${round}/${number}`, application.origin).href;
  // While objections are gathered the poll is closed, and replies still come in.
  const isPoll = round === "review" || consent.state === "consent";
  return (
    <ActPanel title={title} until={until}>
      <TwoDoors
        t={t}
        instruction={t(isPoll ? "decisions.answer-panel.from-poll" : "decisions.answer-panel.from-reply")}
        fediverse={<MyServer form={form} action="/take-part" carried={{ uri }} />}
        web={children}
      />
    </ActPanel>
  );
}

function Until({ view, at }: { readonly view: ConsentView; readonly at?: Temporal.Instant }) {
  const { c, consent } = view.visit;
  const { t } = c.var;
  const instant = at ?? consent.dueAt;
  if (instant === undefined) return null;
  return (
    <>
      {t("decisions.answer-panel.until")} <TimeText t={t} instant={instant} organiserZone={consent.zone} />
    </>
  );
}
