import { Choice } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { largestParty } from "../../model/rsvp.ts";
import { gatheringPath } from "../addresses.ts";
import { Doors } from "../doors.tsx";
import type { GatheringView, SessionView } from "../gathering/gathering-view.ts";
import { QuestionsLink } from "../questions/questions-link.tsx";
import { SeatChoice } from "../seats/seat-choice.tsx";
import { OwnAnswers } from "./own-answers.tsx";

interface RsvpDoorsProps {
  readonly view: GatheringView;
  readonly form: FormState;
}

/** Both ways to say whether one comes, and what one has said so far. */
export function RsvpDoors({ view, form }: RsvpDoorsProps) {
  const { t } = view.visit.c.var;
  const [next] = openSessions(view);
  const opens = next && `${gatheringPath(view.visit.gathering)}/sessions/${next.session.id}/rsvp`;
  return (
    <>
      <OwnAnswers view={view} />
      <QuestionsLink view={view} />
      <Doors view={view} form={form} instruction={t("gatherings.rsvp-form.from-fediverse")} opens={opens}>
        <RsvpForm view={view} form={form} />
        <VisibilityLine>{t(`gatherings.rsvp-form.visible.${view.visit.namesFor}`)}</VisibilityLine>
      </Doors>
    </>
  );
}

/** The labels of the fields of an RSVP, by the names that the command gives them. */
export function rsvpLabels(t: Translator): Readonly<Record<string, string>> {
  return {
    sessionId: t("gatherings.rsvp-form.session"),
    answer: t("gatherings.rsvp-form.answer"),
    people: t("gatherings.rsvp-form.people"),
    seat: t("gatherings.seats.choice"),
  };
}

function RsvpForm({ view, form }: RsvpDoorsProps) {
  const { c, gathering } = view.visit;
  const { t, frame } = c.var;
  const open = openSessions(view);
  const own = open.find((one) => one.own !== undefined)?.own?.entry;
  const answers = view.visit.gathering.audienceCapacity === 0 ? seated : [...seated, "audience"];
  return (
    <Form frame={frame} action={`${gatheringPath(gathering)}/rsvp`}>
      {open.length > 1 && <SessionChoice view={view} form={form} open={open} />}
      <Choice
        name="answer"
        label={t("gatherings.rsvp-form.answer")}
        form={form}
        value={own?.answer}
        options={answers.map((answer) => ({
          value: answer,
          label: t(`gatherings.rsvp.${answer}`),
          hint: answer === "audience" ? t("gatherings.rsvp-form.audience-hint") : undefined,
        }))}
      />
      <SeatChoice view={view} form={form} own={own} />
      <Field
        name="people"
        label={t("gatherings.rsvp-form.people")}
        hint={t("gatherings.rsvp-form.people-hint")}
        form={form}
        type="number"
        inputmode="numeric"
        min={1}
        max={largestParty}
        value={own?.people ?? 1}
      />
      <Submit>{t("gatherings.rsvp-form.send")}</Submit>
    </Form>
  );
}

function SessionChoice({ view, form, open }: RsvpDoorsProps & { readonly open: readonly SessionView[] }) {
  const { t } = view.visit.c.var;
  const options = [
    { value: "", label: t("gatherings.rsvp-form.all-sessions") },
    ...open.map(({ session }) => ({ value: session.id as string, label: t.briefDateTime(session.startsAt) })),
  ];
  return <Choice name="sessionId" label={t("gatherings.rsvp-form.session")} form={form} options={options} value="" />;
}

const seated = ["going", "maybe", "not-going"] as const;

/** The sessions that still take answers. */
function openSessions({ sessions, visit }: GatheringView): readonly SessionView[] {
  const { now } = visit.c.var.frame;
  return sessions.filter(
    ({ session }) => session.cancelledAt === undefined && Temporal.Instant.compare(session.startsAt, now) > 0,
  );
}
