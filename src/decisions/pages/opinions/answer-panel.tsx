import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { UserName } from "../../../ui/text.tsx";
import { opinionAnswers } from "../../model/opinions/answers.ts";
import { opinionsPath } from "../addresses.ts";
import type { OpinionsView, ReadStatement } from "./opinions-view.ts";

/** One statement to say something of, or why there is none for this reader now. */
export function AnswerPanel({ view }: { readonly view: OpinionsView }) {
  const { visit, statements, asked, answered } = view;
  const { t } = visit.c.var;
  const { thread } = visit;
  const title = t("decisions.opinions.answer");
  if (thread.closedAt !== undefined) return <ActPanel title={title} cannot={t("refusal.thread-closed")} />;
  if (visit.personId !== undefined && !visit.isMember) {
    return <ActPanel title={title} cannot={t("decisions.opinions.members-only")} />;
  }
  if (statements.length === 0) {
    return (
      <ActPanel title={title}>
        <p>{t("decisions.opinions.none-to-answer")}</p>
        <p>
          <a href="#write">{t("decisions.opinions.write")}</a>
        </p>
      </ActPanel>
    );
  }
  const progress = t("decisions.opinions.progress", { answered, all: statements.length });
  if (asked === undefined) {
    return (
      <ActPanel title={title}>
        <p>{t("decisions.opinions.all-answered")}</p>
        <p>
          <a href="#statements">{t("decisions.opinions.change-some")}</a>
        </p>
      </ActPanel>
    );
  }
  return (
    <ActPanel title={title} until={progress}>
      <AnswerForm view={view} asked={asked} />
    </ActPanel>
  );
}

function AnswerForm({ view, asked }: { readonly view: OpinionsView; readonly asked: ReadStatement }) {
  const { thread, c } = view.visit;
  const { t, frame } = c.var;
  return (
    <Form frame={frame} action={`${opinionsPath(thread)}/answers`} label={t("decisions.opinions.answer")}>
      <input type="hidden" name="statement" value={asked.id} />
      <blockquote class="opinion-asked" lang={thread.language} dir="auto">
        <UserName name={asked.text} />
      </blockquote>
      {asked.mine !== undefined && (
        <p>{t("decisions.opinions.mine", { answer: t(`decisions.opinions.said.${asked.mine}`) })}</p>
      )}
      <div class="opinion-answers" id="field-answer">
        {opinionAnswers.map((answer) => (
          <Submit kind="quiet" name="answer" value={answer}>
            {t(`decisions.opinions.say.${answer}`)}
          </Submit>
        ))}
      </div>
      <VisibilityLine>{t("decisions.opinions.visible")}</VisibilityLine>
    </Form>
  );
}
