import type { Hono } from "hono";
import { describePeople } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { textOf } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { settleCorrection } from "../../commands/minutes/settle-correction.ts";
import { correctionsIn } from "../../store/minutes/minutes.read.ts";
import { aboutOf, byKind, carryOut, forbidden } from "../acts.ts";
import { CorrectionsPage } from "./corrections-page.tsx";
import { minutesPath, visitingMinutes, type MinutesVisit } from "./minutes-view.ts";

/** What people want corrected, and what organisers decide about each. */
export function correctionRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/gatherings/:id/minutes/corrections",
    visitingMinutes(application, async (asked) => {
      const { c, standing } = asked.visit;
      return standing.organises ? c.html(await page(asked, undefined)) : forbidden(c, "not-an-organiser");
    }),
  );
  web.post(
    "/gatherings/:id/minutes/corrections/:correction",
    visitingMinutes(application, (asked) => {
      const { visit } = asked;
      const sent = sentForm(visit.c);
      const path = `${minutesPath(visit.gathering)}/corrections`;
      const id = visit.c.req.param("correction") ?? "";
      const decision = textOf(sent, "decision") as "printed";
      const input = { ...aboutOf(visit.gathering), correctionId: id, decision, answer: textOf(sent, "answer") };
      return carryOut(visit, settleCorrection, input, {
        page: path,
        onwards: () => ({ path, done: "settled" }),
        again: (form) => page(asked, { id, form }),
        fieldFor: byKind({ "answer-needed": "answer", "worked-in-too-late": "decision" }),
      });
    }),
  );
}

async function page(asked: MinutesVisit, refused: { readonly id: string; readonly form: FormState } | undefined) {
  const { application, gathering, c } = asked.visit;
  const { t } = c.var;
  const waiting = await correctionsIn(application.read, gathering.id, "waits");
  const writers = waiting.flatMap(({ writerId }) => (writerId === undefined ? [] : [writerId]));
  const people = await describePeople(application.read, [...new Set(writers)]);
  const fields = {
    decision: t("gatherings.minutes.corrections.decide"),
    answer: t("gatherings.minutes.corrections.answer"),
  };
  const isDone = doneKey(c, ["settled"]) !== undefined;
  const done = isDone && (
    <Notice t={t} what={t("gatherings.minutes.done.settled")} told={t("gatherings.minutes.done-told.settled")} />
  );
  const notice = refused === undefined ? done || undefined : <RefusalSummary form={refused.form} fields={fields} />;
  return <CorrectionsPage {...asked} waiting={waiting} people={people} refused={refused} notice={notice} />;
}
