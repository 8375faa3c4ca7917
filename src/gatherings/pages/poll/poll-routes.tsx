import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { textOf, type FormInput } from "../../../ui/form-input.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { answerSchedulingPoll } from "../../commands/answer-scheduling-poll.ts";
import type { Availability } from "../../model/availability.ts";
import { carryOut } from "../acts.ts";
import { pollPath } from "../addresses.ts";
import { aboutOf } from "../interest/interest-routes.tsx";
import { visiting } from "../visit.ts";
import { availabilities, slotField } from "./answer-grid.tsx";
import { PollPage } from "./poll-page.tsx";
import { readPollView, type PollView } from "./poll-view.ts";

/** The page of a gathering's scheduling poll, and answering it. */
export function pollRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/gatherings/:id/poll",
    visiting(application, async (visit) => {
      const view = await readPollView(visit);
      if (view === undefined) return showNotFound(visit.c);
      return visit.c.html(<PollPage view={view} notice={<Answered view={view} />} />);
    }),
  );
  web.post(
    "/gatherings/:id/poll/answer",
    visiting(application, async (visit) => {
      const view = await readPollView(visit);
      if (view === undefined) return showNotFound(visit.c);
      const sent = sentForm(visit.c);
      const input = { ...aboutOf(visit), answers: answersIn(sent, view), note: textOf(sent, "note") };
      return carryOut(visit, answerSchedulingPoll, input, {
        onwards: () => ({ path: pollPath(visit.gathering), done: "answered" }),
        again: (form) => {
          const fields = { note: form.t("gatherings.poll.note") };
          return <PollPage view={view} form={form} notice={<RefusalSummary form={form} fields={fields} />} />;
        },
        fields: { "unknown-slot": "answers" },
      });
    }),
  );
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

function Answered({ view }: { readonly view: PollView }) {
  const { t } = view.visit.c.var;
  if (doneKey(view.visit.c, ["answered"]) === undefined || view.own === undefined) return null;
  const yes = Array.from(view.own.availability.values(), (said) => said !== "no").filter(Boolean).length;
  return (
    <Notice
      t={t}
      what={t("gatherings.done.answered", { times: yes })}
      told={t("gatherings.done-told.answered")}
      undo={<p>{t("gatherings.done-undo.answered")}</p>}
    />
  );
}
