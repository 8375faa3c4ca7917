import { Form } from "../../../ui/components/form.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { BriefTime, TimeText } from "../../../ui/components/time-text.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { UserText } from "../../../ui/text.tsx";
import type { ConsentRound } from "../../store/consent/rounds.read.ts";
import { PersonName } from "../person-name.tsx";
import type { ConsentView, RoundView } from "./consent-view.ts";
import { consentPath } from "./consent-visit.ts";
import { ownForm } from "./own-form.ts";
import { areSpeakersShown, countedKey, SaidBy } from "./said-by.tsx";

interface RoundProps {
  readonly view: ConsentView;
  readonly round: RoundView;
}

/** The questions with their answers; whoever put it forward answers here. */
export function QuestionsShown({ view, form }: { readonly view: ConsentView; readonly form: FormState }) {
  const { visit, questions, people, isAuthor } = view;
  const { c, consent } = visit;
  const { t, frame } = c.var;
  const canAnswer = isAuthor && (consent.state === "clarify" || consent.state === "react");
  return (
    <ol class="stance-list">
      {questions.map((question) => (
        <li id={`question-${question.id}`}>
          <p class="stance-line">
            <SaidBy view={view} by={question} />{" "}
            <span class="stance-when">
              <BriefTime t={t} instant={question.askedAt} />
            </span>
          </p>
          <UserText text={question.text} />
          {question.answer !== "" && (
            <div class="answer-below">
              <p class="stance-line">
                <PersonName t={t} person={question.answeredBy && people.get(question.answeredBy)} />:
              </p>
              <UserText text={question.answer} />
            </div>
          )}
          {question.answeredAt === undefined && !canAnswer && (
            <p class="stance-when">{t("decisions.consent.question-open")}</p>
          )}
          {question.answeredAt === undefined && canAnswer && (
            <Form
              frame={frame}
              action={`${consentPath(consent)}/questions/${question.id}`}
              label={t("decisions.consent.answer-question")}
            >
              <TextArea
                name={`answer-${question.id}`}
                label={t("decisions.consent.field.answer")}
                form={ownForm(form, `answer-${question.id}`)}
                rows={2}
                maxlength={5_000}
              />
              <Submit kind="quiet">{t("decisions.consent.answer-question")}</Submit>
            </Form>
          )}
        </li>
      ))}
    </ol>
  );
}

/** First reactions; where the rules hide them, only to whoever has given theirs or when the round is over. */
export function ReactionsShown({ view, round }: RoundProps) {
  const { c, consent } = view.visit;
  const { t } = c.var;
  const isHidden = consent.state === "react" && consent.hidesReactions && round.own === undefined;
  if (isHidden || !areSpeakersShown(view)) {
    return <p>{t(isHidden ? hiddenKey(view) : "decisions.consent.names-hidden", { count: round.answered })}</p>;
  }
  const passed = round.counts.get("pass") ?? 0;
  return (
    <>
      <ol class="stance-list">
        {round.answers
          .filter(({ answer }) => answer !== "pass")
          .map((reaction) => (
            <li>
              <p class="stance-line">
                <SaidBy view={view} by={reaction} />{" "}
                <span class="stance-when">
                  <BriefTime t={t} instant={reaction.givenAt} />
                </span>
              </p>
              <UserText text={reaction.words} />
            </li>
          ))}
      </ol>
      {passed > 0 && <p class="stance-when">{t(passedKey(view), { passed })}</p>}
    </>
  );
}

function passedKey({ asked }: ConsentView): string {
  return asked.kind === "organisations" ? "decisions.consent-voices.passed" : "decisions.consent.passed";
}

function hiddenKey({ asked }: ConsentView): string {
  return asked.kind === "organisations"
    ? "decisions.consent-voices.reactions-hidden"
    : "decisions.consent.reactions-hidden";
}

/** Who consented to the present version, and with which concerns. */
export function AnswersShown({ view, round }: RoundProps) {
  const { t } = view.visit.c.var;
  const count = (answer: string) => round.counts.get(answer) ?? 0;
  return (
    <>
      <p>
        {t(countedKey(view), {
          consents: count("consent"),
          concerns: count("concern"),
          objections: count("objection"),
        })}
      </p>
      {areSpeakersShown(view) && (
        <ul class="stance-list">
          {round.answers.map((said) => (
            <li>
              <p class="stance-line">
                <SaidBy view={view} by={said} />: <strong>{t(`decisions.consent.answer.${said.answer}`)}</strong>{" "}
                <span class="stance-when">
                  <BriefTime t={t} instant={said.givenAt} />
                </span>
              </p>
              {/* The statement of an objection stands with its record. */}
              {said.words !== "" && said.answer !== "objection" && <UserText text={said.words} />}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What the circle is or was asked about where the proposal goes. */
export function MotionShown({
  view,
  motion,
}: {
  readonly view: ConsentView;
  readonly motion: { readonly round: ConsentRound; readonly answers: RoundView };
}) {
  const { t } = view.visit.c.var;
  const { round, answers } = motion;
  const yes = answers.counts.get("yes") ?? 0;
  const no = answers.counts.get("no") ?? 0;
  return (
    <>
      <p>
        <strong>{t(`decisions.consent.motion.${round.subject}`)}</strong>{" "}
        {round.closedAt === undefined ? (
          <>
            {t("decisions.consent.waits.until")} <TimeText t={t} instant={round.dueAt} />
          </>
        ) : (
          t(`decisions.consent.motion-result.${round.result}`)
        )}
      </p>
      <UserText text={round.words} />
      <p>{t("decisions.consent.motion-counted", { yes, no, eligible: round.eligible })}</p>
    </>
  );
}
