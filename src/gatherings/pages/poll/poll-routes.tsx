import { formOrKept } from "../../../accounts/index.ts";
import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { textOf, type FormInput } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { answerSchedulingPoll } from "../../commands/answer-scheduling-poll.ts";
import { closeSchedulingPoll } from "../../commands/close-scheduling-poll.ts";
import type { Availability } from "../../model/availability.ts";
import { aboutOf, byKind, carryOut, missing } from "../acts.ts";
import { pollPath } from "../addresses.ts";
import { visiting, visitingAsOrganiser, type GatheringVisit } from "../visit.ts";
import { showAnswersByName } from "./answers-by-name.tsx";
import { availabilities, slotField } from "./answer-grid.tsx";
import { pollPage } from "./poll-page.tsx";
import { readPollView, type PollView } from "./poll-view.ts";

/** The page of a gathering's scheduling poll, answering it, and closing it. */
export function pollRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/gatherings/:id/poll",
    visitingPoll(application, async (view) => {
      const { c, gathering } = view.visit;
      const form = await formOrKept(c, application, `${pollPath(gathering)}/answer`);
      return c.html(await pollPage(view, form, <Done view={view} />));
    }),
  );
  web.get(
    "/gatherings/:id/poll/answers",
    visitingAsOrganiser(application, async (visit) => {
      const view = await readPollView(visit);
      return view === undefined ? missing(visit.c, "no-poll") : showAnswersByName(view);
    }),
  );
  web.post(
    "/gatherings/:id/poll/answer",
    visitingPoll(application, (view) => {
      const { c, gathering } = view.visit;
      const sent = sentForm(c);
      const input = { ...aboutOf(gathering), answers: answersIn(sent, view), note: textOf(sent, "note") };
      return carryOut(view.visit, answerSchedulingPoll, input, {
        page: pollPath(gathering),
        onwards: () => ({ path: pollPath(gathering), done: "answered" }),
        again: (form) => pollPage(view, form, <Faults form={form} />),
        fieldFor: byKind({ "unknown-slot": "answers" }),
      });
    }),
  );
  web.post(
    "/gatherings/:id/poll/closing",
    visitingPoll(application, (view) =>
      carryOut(view.visit, closeSchedulingPoll, aboutOf(view.visit.gathering), {
        page: pollPath(view.visit.gathering),
        onwards: () => ({ path: pollPath(view.visit.gathering), done: "closed" }),
        again: (form) => pollPage(view, form, <Faults form={form} />),
      }),
    ),
  );
}

/** Handles a route about the newest poll of a gathering; where nobody has asked when, the reader is told so. */
function visitingPoll(application: Application, answer: (view: PollView) => Response | Promise<Response>) {
  return visiting(application, async (visit: GatheringVisit) => {
    const view = await readPollView(visit);
    return view === undefined ? missing(visit.c, "no-poll") : answer(view);
  });
}

/** The answers of the grid by slot; with `rest`, whatever was left open is a no. */
function answersIn(sent: FormInput, view: PollView): Readonly<Record<string, Availability>> {
  const rest = textOf(sent, "rest") === "yes" ? ("no" as const) : undefined;
  const answers: Record<string, Availability> = {};
  for (const { id } of view.poll.slots) {
    const said = textOf(sent, `${slotField}${id}`);
    const answer = availabilities.find((availability) => availability === said) ?? rest;
    if (answer !== undefined) answers[id] = answer;
  }
  return answers;
}

function Faults({ form }: { readonly form: FormState }) {
  return <RefusalSummary form={form} fields={{ note: form.t("gatherings.poll.note") }} />;
}

function Done({ view }: { readonly view: PollView }) {
  const { t } = view.visit.c.var;
  const done = doneKey(view.visit.c, ["answered", "closed"]);
  if (done === "closed") {
    return <Notice t={t} what={t("gatherings.done.closed")} told={t("gatherings.done-told.closed")} />;
  }
  if (done === undefined || view.own === undefined) return null;
  const times = [...view.own.availability.values()].filter((said) => said !== "no").length;
  return (
    <Notice
      t={t}
      what={t("gatherings.done.answered", { times })}
      told={t("gatherings.done-told.answered")}
      undo={<p>{t("gatherings.done-undo.answered")}</p>}
    />
  );
}
