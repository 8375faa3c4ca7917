import { Choice } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Details } from "../../../ui/components/section.tsx";
import { LinkButton, Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { objectionKinds } from "../../model/consent/objections.ts";
import { reviewAnswers } from "../../model/consent/review.ts";
import { consentAnswers } from "../../model/consent/rounds.ts";
import { longestReaction } from "../../model/consent/timeouts.ts";
import { AmendmentLink } from "./amendment-link.tsx";
import type { ConsentView } from "./consent-view.ts";
import { consentPath } from "./consent-visit.ts";
import { ownForm } from "./own-form.ts";

interface FormProps {
  readonly view: ConsentView;
  readonly form: FormState;
}

/** Puts a draft before the circle. */
export function SubmissionForm({ view }: Pick<FormProps, "view">) {
  const { c, consent } = view.visit;
  const { t, frame } = c.var;
  const path = consentPath(consent);
  return (
    <>
      <Form frame={frame} action={`${path}/submission`}>
        <p>{t("decisions.consent.panel.submit-words")}</p>
        <Submit>{t("decisions.consent.panel.submit")}</Submit>
      </Form>
      {view.charter.amendment !== undefined && <AmendmentLink view={view} />}
      <p class="next-step">
        <LinkButton href={`${path}/draft`} kind="quiet">
          {t("decisions.consent.draft.edit-title")}
        </LinkButton>
      </p>
    </>
  );
}

/** A facilitator opens the rounds. */
export function OpeningForm({ view }: Pick<FormProps, "view">) {
  const { c, consent } = view.visit;
  const { t, frame } = c.var;
  return (
    <Form frame={frame} action={`${consentPath(consent)}/opening`}>
      <p>{t("decisions.consent.panel.open-words")}</p>
      <Submit>{t("decisions.consent.panel.open")}</Submit>
    </Form>
  );
}

/** Clear, pass, or a question. */
export function ClarityForm({ view, form }: FormProps) {
  const { visit, clarify } = view;
  const { c, consent } = visit;
  const { t, frame } = c.var;
  const path = consentPath(consent);
  return (
    <>
      <Form frame={frame} action={`${path}/clarity`} label={t("decisions.consent.panel.clarify")}>
        <p>{t("decisions.consent.panel.clarify-words")}</p>
        {clarify?.own !== undefined && (
          <p>{t("decisions.consent.you-said", { answer: t(`decisions.consent.answer.${clarify.own.answer}`) })}</p>
        )}
        <p class="two-buttons">
          <Submit name="answer" value="clear">
            {t("decisions.consent.answer.clear")}
          </Submit>
          <Submit kind="quiet" name="answer" value="pass">
            {t("decisions.consent.answer.pass")}
          </Submit>
        </p>
      </Form>
      <Form
        frame={frame}
        action={`${path}/questions`}
        label={t("decisions.consent.panel.ask")}
        draft={`question-${consent.id}`}
      >
        <TextArea
          name="question"
          label={t("decisions.consent.field.question")}
          form={ownForm(form, "question")}
          rows={3}
          maxlength={2_000}
        />
        <Submit kind="quiet">{t("decisions.consent.panel.ask")}</Submit>
        <VisibilityLine>{t("decisions.consent.visible")}</VisibilityLine>
      </Form>
    </>
  );
}

/** One reaction, or pass. */
export function ReactionForm({ view, form }: FormProps) {
  const { visit, reactions } = view;
  const { c, consent } = visit;
  const { t, frame } = c.var;
  return (
    <Form frame={frame} action={`${consentPath(consent)}/reaction`} draft={`reaction-${consent.id}`}>
      <TextArea
        name="reaction"
        label={t("decisions.consent.field.reaction")}
        hint={t("decisions.consent.hint.reaction", { most: longestReaction })}
        form={form}
        rows={4}
        maxlength={longestReaction}
        value={reactions?.own?.words}
      />
      <p class="two-buttons">
        <Submit>{t("decisions.consent.panel.react-submit")}</Submit>
        <Submit kind="quiet" name="pass" value="yes">
          {t("decisions.consent.answer.pass")}
        </Submit>
      </p>
      <VisibilityLine>{t("decisions.consent.visible")}</VisibilityLine>
    </Form>
  );
}

/** Consent, consent with a concern, or an objection with its reason; the rest of the record is for whoever objects. */
export function ConsentForm({ view, form }: FormProps) {
  const { visit, consents } = view;
  const { c, consent } = visit;
  const { t, frame } = c.var;
  const path = consentPath(consent);
  const text = (name: "aim" | "evidence" | "severity" | "workable") => (
    <TextArea
      name={name}
      label={t(`decisions.consent.field.${name}`)}
      form={form}
      rows={2}
      maxlength={5_000}
      optional
    />
  );
  return (
    <>
      <Form frame={frame} action={`${path}/answer`} draft={`consent-answer-${consent.id}-${consent.version}`}>
        <input type="hidden" name="version" value={consent.version} />
        <Choice
          name="answer"
          label={t("decisions.consent.field.answer-to", { version: consent.version })}
          form={form}
          options={consentAnswers.map((answer) => ({
            value: answer,
            label: t(`decisions.consent.answer.${answer}`),
            hint: t(`decisions.consent.answer-hint.${answer}`),
          }))}
          value={consents?.own?.answer}
        />
        <TextArea
          name="words"
          label={t("decisions.consent.field.words")}
          hint={t("decisions.consent.hint.words")}
          form={form}
          rows={4}
          maxlength={5_000}
          optional
          value={consents?.own?.words}
        />
        <Details summary={t("decisions.consent.panel.record")}>
          <Choice
            name="kind"
            label={t("decisions.consent.field.kind")}
            form={form}
            options={objectionKinds.map((kind) => ({
              value: kind,
              label: t(`decisions.consent.objection-kind.${kind}`),
            }))}
            value="harm-to-aim"
          />
          {text("aim")}
          {text("evidence")}
          {text("severity")}
          {text("workable")}
        </Details>
        <Submit>{t("decisions.answer-panel.submit")}</Submit>
        <VisibilityLine>{t("decisions.consent.visible")}</VisibilityLine>
      </Form>
      {consent.state === "consent" && !consent.timeGiven && (
        <Form frame={frame} action={`${path}/more-time`} label={t("decisions.consent.panel.time")}>
          <Submit kind="quiet">{t("decisions.consent.panel.time")}</Submit>
        </Form>
      )}
    </>
  );
}

/** Whoever objected says whether the new version will do. */
export function ConfirmationForm({ view, form }: FormProps) {
  const { c, consent } = view.visit;
  const { t, frame } = c.var;
  return (
    <Form frame={frame} action={`${consentPath(consent)}/confirmation`} label={t("decisions.consent.panel.confirm")}>
      <Choice
        name="will"
        label={t("decisions.consent.panel.confirm")}
        form={ownForm(form, "will")}
        options={["yes", "no"].map((will) => ({ value: will, label: t(`decisions.consent.confirm.${will}`) }))}
      />
      <Submit>{t("decisions.answer-panel.submit")}</Submit>
    </Form>
  );
}

/** Whether the proposal goes another way. */
export function MotionForm({ view, form }: FormProps) {
  const { visit, motion } = view;
  const { c, consent } = visit;
  const { t, frame } = c.var;
  return (
    <Form frame={frame} action={`${consentPath(consent)}/motion/answer`}>
      <p>{motion !== undefined && t(`decisions.consent.motion.${motion.round.subject}`)}</p>
      <Choice
        name="agrees"
        label={t("decisions.consent.field.agrees")}
        form={ownForm(form, "agrees")}
        options={["yes", "no"].map((answer) => ({ value: answer, label: t(`decisions.consent.agrees.${answer}`) }))}
        value={motion?.answers.own?.answer}
      />
      <Submit>{t("decisions.answer-panel.submit")}</Submit>
      <VisibilityLine>{t("decisions.consent.visible")}</VisibilityLine>
    </Form>
  );
}

/** Keep, change or end. */
export function ReviewForm({ view, form }: FormProps) {
  const { visit, review } = view;
  const { c, consent } = visit;
  const { t, frame } = c.var;
  return (
    <Form frame={frame} action={`${consentPath(consent)}/review`} draft={`review-${consent.id}`}>
      <p>{t("decisions.consent.panel.review-words")}</p>
      {view.charter.amendment?.ended === "in-force" && <p>{t("decisions.charter.review-undoes")}</p>}
      <Choice
        name="review"
        label={t("decisions.consent.field.review")}
        form={form}
        options={reviewAnswers.map((answer) => ({
          value: answer,
          label: t(`decisions.consent.review-answer.${answer}`),
          hint: t(`decisions.consent.review-hint.${answer}`),
        }))}
        value={review?.answers.own?.answer}
      />
      <TextArea
        name="words"
        label={t("decisions.field.reason")}
        form={form}
        rows={3}
        maxlength={5_000}
        optional
        value={review?.answers.own?.words}
      />
      <Submit>{t("decisions.answer-panel.submit")}</Submit>
      <VisibilityLine>{t("decisions.consent.visible")}</VisibilityLine>
    </Form>
  );
}

/** One line and where to: for a reason that ends something. */
export function ReasonField({ form, label }: { readonly form: FormState; readonly label: string }) {
  return <Field name="reason" label={label} form={ownForm(form, "reason")} maxlength={2_000} />;
}
