import type { Child } from "hono/jsx";
import type { PersonDescription } from "../../../accounts/index.ts";
import { Choice } from "../../../ui/components/choice.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { UserText } from "../../../ui/text.tsx";
import { minutesBounds, type Correction } from "../../model/minutes/minutes.ts";
import { FormPage } from "../form-page.tsx";
import { ParticipantName } from "../participant-name.tsx";
import { minutesPath, type MinutesVisit } from "./minutes-view.ts";

interface CorrectionsPageProps extends MinutesVisit {
  /** Those that wait, the first sent first. */
  readonly waiting: readonly Correction[];
  readonly people: ReadonlyMap<string, PersonDescription>;
  /** The correction whose form was refused, if one was. */
  readonly refused: { readonly id: string; readonly form: FormState } | undefined;
  readonly notice: Child;
}

/** What people want corrected, for organisers to decide about. */
export function CorrectionsPage(props: CorrectionsPageProps) {
  const { visit, waiting, notice } = props;
  const { t } = visit.c.var;
  return (
    <FormPage
      visit={visit}
      title={t("gatherings.minutes.corrections.title")}
      sentence={t("gatherings.minutes.corrections.sentence")}
      notice={notice}
    >
      {waiting.length === 0 && <Empty what={t("gatherings.minutes.corrections.none")} />}
      {waiting.slice(0, shownAtOnce).map((correction) => (
        <OneCorrection {...props} correction={correction} />
      ))}
      {waiting.length > shownAtOnce && (
        <p>{t("gatherings.minutes.corrections.more", { more: waiting.length - shownAtOnce })}</p>
      )}
      <p class="next-step">
        <a href={minutesPath(visit.gathering)}>{t("gatherings.minutes.corrections.back")}</a>
      </p>
    </FormPage>
  );
}

/** So many corrections with their forms keep the page light. */
const shownAtOnce = 10;

function OneCorrection({
  visit,
  found,
  people,
  refused,
  correction,
}: CorrectionsPageProps & { readonly correction: Correction }) {
  const { c, gathering } = visit;
  const { t, frame } = c.var;
  const form = refused?.id === correction.id ? refused.form : untouchedForm(t);
  const decisions = found.standing === "published" ? (["printed", "answered"] as const) : allDecisions;
  const writer = correction.writerId === undefined ? undefined : people.get(correction.writerId);
  return (
    <section class="section" id={correction.id}>
      <p class="term-line">
        <ParticipantName t={t} person={writer} /> <BriefTime t={t} instant={correction.sentAt} />
      </p>
      <UserText text={correction.text} />
      <Form
        frame={frame}
        action={`${minutesPath(gathering)}/corrections/${correction.id}`}
        label={t("gatherings.minutes.corrections.decide")}
      >
        <Choice
          name="decision"
          label={t("gatherings.minutes.corrections.decide")}
          form={form}
          options={decisions.map((value) => ({
            value,
            label: t(`gatherings.minutes.corrections.${value}`),
            hint: t(`gatherings.minutes.corrections-hint.${value}`),
          }))}
        />
        <TextArea
          name="answer"
          label={t("gatherings.minutes.corrections.answer")}
          hint={t("gatherings.minutes.corrections.answer-hint")}
          form={form}
          rows={2}
          maxlength={minutesBounds.answer}
          optional
        />
        <Submit kind="quiet">{t("gatherings.minutes.corrections.save")}</Submit>
      </Form>
    </section>
  );
}

const allDecisions = ["worked-in", "printed", "answered"] as const;
