import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import { hashOfToken } from "../../../kernel/secrets/token.ts";
import { doneKey, seeOther } from "../../../ui/after-act.ts";
import { Choice } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { textOf } from "../../../ui/form-input.ts";
import { hasFaults, untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { refusalPage, showNotFound } from "../../../ui/refusal-page.tsx";
import { byReader, sentForm, type PageEnv } from "../../../ui/request.ts";
import { answerLetter } from "../../commands/outreach/answer-letter.ts";
import { largestParty } from "../../model/rsvp.ts";
import { targetByLetter, type Target } from "../../store/outreach/targets.read.ts";
import { aboutOf, refuse } from "../acts.ts";
import { gatheringPath } from "../addresses.ts";
import { FormPage } from "../form-page.tsx";
import { visiting, type GatheringVisit } from "../visit.ts";

/** The link in a letter by which it is answered; whoever has it needs no account. */
export function letterRoutes(web: Hono<PageEnv>, application: Application): void {
  const path = "/gatherings/:id/answer/:token";
  web.get(
    path,
    visitingLetter(application, async (visit, target) =>
      visit.c.html(<LetterPage visit={visit} target={target} form={untouchedForm(visit.c.var.t)} />),
    ),
  );
  web.post(
    path,
    visitingLetter(application, async (visit, target) => {
      const { c, gathering } = visit;
      const sent = sentForm(c);
      const letterHash = hashOfToken(c.req.param("token") ?? "");
      const people = textOf(sent, "people") === "" ? "1" : textOf(sent, "people");
      const input = { ...aboutOf(gathering), letterHash, answer: textOf(sent, "answer") as "yes", people };
      const answer = await application.execute(answerLetter, input, byReader(c));
      if (answer.ok && answer.value.answer === "never") return seeOther(c, gatheringPath(gathering));
      if (answer.ok) return seeOther(c, c.req.path, "answered");
      if (answer.refusal.kind === "not-found") return refusalPage(c, answer.refusal);
      return refuse(c, answer.refusal, {
        again: (form) => <LetterPage visit={visit} target={target} form={form} />,
      });
    }),
  );
}

function visitingLetter(
  application: Application,
  answer: (visit: GatheringVisit, target: Target) => Promise<Response>,
) {
  return visiting(application, async (visit) => {
    const target = await targetByLetter(application.read, hashOfToken(visit.c.req.param("token") ?? ""));
    const isTheirs = target?.gatheringId === visit.gathering.id && target.state !== "opted-out";
    return isTheirs ? answer(visit, target) : showNotFound(visit.c);
  });
}

interface LetterPageProps {
  readonly visit: GatheringVisit;
  readonly target: Target;
  readonly form: FormState;
}

function LetterPage({ visit, target, form }: LetterPageProps) {
  const { c, gathering } = visit;
  const { t, frame } = c.var;
  const labels = { answer: t("gatherings.rsvp-form.answer"), people: t("gatherings.rsvp-form.people") };
  const isDone = doneKey(c, ["answered"]) !== undefined && !hasFaults(form);
  return (
    <FormPage
      visit={visit}
      title={t("gatherings.outreach.letter.title")}
      sentence={gathering.purpose}
      notice={
        isDone ? (
          <Notice
            t={t}
            what={t("gatherings.outreach.letter.done")}
            told={t("gatherings.outreach.letter.done-told")}
            undo={<p>{t("gatherings.outreach.letter.done-undo")}</p>}
          />
        ) : (
          <RefusalSummary form={form} fields={labels} />
        )
      }
    >
      <Form frame={frame} action={c.req.path}>
        <Choice
          name="answer"
          label={labels.answer}
          form={form}
          value={target.answer}
          options={(["yes", "maybe", "no", "never"] as const).map((value) => ({
            value,
            label: t(`gatherings.outreach.letter.${value}`),
          }))}
        />
        <Field
          name="people"
          label={labels.people}
          hint={t("gatherings.outreach.letter.people-hint")}
          form={form}
          type="number"
          inputmode="numeric"
          min={1}
          max={largestParty}
          value={target.people ?? 1}
        />
        <Submit>{t("gatherings.rsvp-form.send")}</Submit>
        <VisibilityLine>{t("gatherings.outreach.letter.visible")}</VisibilityLine>
      </Form>
    </FormPage>
  );
}
