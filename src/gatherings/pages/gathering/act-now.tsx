import type { Child } from "hono/jsx";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Details } from "../../../ui/components/section.tsx";
import { LinkButton } from "../../../ui/components/submit.tsx";
import { TimeText } from "../../../ui/components/time-text.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { pollPath } from "../addresses.ts";
import { InterestDoors } from "../interest/interest-doors.tsx";
import { OrganiserActs, OrganiserMainAct } from "../organising/organiser-acts.tsx";
import { PollDoors } from "../poll/poll-doors.tsx";
import { RsvpDoors } from "../rsvp/rsvp-doors.tsx";
import type { GatheringView } from "./gathering-view.ts";

interface ActNowProps {
  readonly view: GatheringView;
  readonly form: FormState;
}

/** What the reader can do now, until when; one main act. */
export function ActNow({ view, form }: ActNowProps) {
  const { t } = view.visit.c.var;
  const act = actOf(view);
  const doors = act === "none" ? null : doorsOf(act, view, form);
  const until = untilOf(act, view);
  const cannot = cannotOf(act, view);
  return (
    <ActPanel
      title={t(`gatherings.act.${act === "none" ? overOf(view) : act}`)}
      {...(until !== undefined && { until })}
      {...(cannot !== undefined && { cannot })}
    >
      {doors}
      {view.visit.standing.organises && <OrganiserActs view={view} />}
    </ActPanel>
  );
}

/** The main act in two or three words, for the foot of a phone's screen. */
export function actLabel(view: GatheringView): string | undefined {
  const act = actOf(view);
  return act === "none" || act === "wait" ? undefined : view.visit.c.var.t(`gatherings.act-short.${act}`);
}

type Act = "join" | "ask" | "answer" | "wait" | "choose" | "rsvp" | "none";

function actOf({ visit, pollIsOpen, sessions }: GatheringView): Act {
  const { gathering, standing, c } = visit;
  if (gathering.state === "idea") return standing.organises ? "ask" : "join";
  if (gathering.state === "asking-when" && pollIsOpen) return "answer";
  if (gathering.state === "asking-when") return standing.organises ? "choose" : "wait";
  const isAhead = sessions.some(
    ({ session }) =>
      session.cancelledAt === undefined && Temporal.Instant.compare(session.startsAt, c.var.frame.now) > 0,
  );
  return gathering.state === "date-set" && isAhead ? "rsvp" : "none";
}

function doorsOf(act: Exclude<Act, "none">, view: GatheringView, form: FormState): Child {
  const { t } = view.visit.c.var;
  switch (act) {
    case "join":
      return <InterestDoors view={view} form={form} />;
    case "answer":
      return <PollDoors view={view} form={form} />;
    case "rsvp":
      return <RsvpDoors view={view} form={form} />;
    case "wait":
      return (
        <>
          <LinkButton href={pollPath(view.visit.gathering)}>{t("gatherings.act.see-answers")}</LinkButton>
          <InterestDoors view={view} form={form} />
        </>
      );
    case "ask":
    case "choose":
      return (
        <>
          <OrganiserMainAct view={view} act={act} />
          <Details summary={t("gatherings.act.yourself")}>
            <InterestDoors view={view} form={form} />
          </Details>
        </>
      );
  }
}

function untilOf(act: Act, view: GatheringView): Child | undefined {
  const { t, frame } = view.visit.c.var;
  if (act === "join") return t("gatherings.act.join-until");
  if (act === "answer" && view.poll !== undefined) {
    return <UntilLine label={t("gatherings.act.until")} view={view} instant={view.poll.closesAt} />;
  }
  const next = view.sessions.find(({ session }) => Temporal.Instant.compare(session.startsAt, frame.now) > 0);
  if (act !== "rsvp" || next === undefined) return undefined;
  return <UntilLine label={t("gatherings.act.until-start")} view={view} instant={next.session.startsAt} />;
}

interface UntilLineProps {
  readonly label: string;
  readonly view: GatheringView;
  readonly instant: Temporal.Instant;
}

function UntilLine({ label, view, instant }: UntilLineProps) {
  return (
    <>
      {label} <TimeText t={view.visit.c.var.t} instant={instant} />
    </>
  );
}

function cannotOf(act: Act, view: GatheringView): string | undefined {
  const { t } = view.visit.c.var;
  if (act === "wait") return t("gatherings.act.wait-why");
  return act === "none" ? t(`gatherings.act-why.${overOf(view)}`) : undefined;
}

/** Why nothing can be done any more: held, minuted, called off, or under way. */
function overOf({ visit }: GatheringView): string {
  return visit.gathering.state === "date-set" ? "begun" : visit.gathering.state;
}
