import { Check } from "../../../ui/components/choice.tsx";
import { FieldFault } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { textOf } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import type { Availability } from "../../model/availability.ts";
import { pollPath } from "../addresses.ts";
import type { PollView, SlotView } from "./poll-view.ts";
import { ShadeWords } from "./shade.tsx";

/** The prefix of the fields of the grid; what follows is the id of the slot. */
export const slotField = "slot-";

/** The possible answers to one time, in the order of the grid. */
export const availabilities: readonly Availability[] = ["yes", "if-need-be", "no"];

interface AnswerGridProps {
  readonly view: PollView;
  readonly form: FormState;
}

/** Every time with its three answers, in the reader's zone and by day; the reader's earlier answer is filled in. */
export function AnswerGrid({ view, form }: AnswerGridProps) {
  const { c, gathering } = view.visit;
  const { t, frame, reader } = c.var;
  const days = Map.groupBy(view.slots, (slot) =>
    slot.startsAt.toZonedDateTimeISO(reader.zone).toPlainDate().toString(),
  );
  return (
    <Form frame={frame} action={`${pollPath(gathering)}/answer`} draft={`poll-${view.poll.id}`}>
      <FieldFault name="answers" form={form} />
      <div class="answer-grid">
        {Array.from(days, ([day, slots]) => (
          <section class="answer-day" aria-labelledby={`day-${day}`}>
            <h3 id={`day-${day}`}>{t.weekdayDate(Temporal.PlainDate.from(day))}</h3>
            {slots.map((slot) => (
              <SlotRow view={view} slot={slot} form={form} />
            ))}
          </section>
        ))}
      </div>
      <Check name="rest" label={t("gatherings.poll.rest")} hint={t("gatherings.poll.rest-hint")} form={form} />
      <TextArea
        name="note"
        label={t("gatherings.poll.note")}
        hint={t("gatherings.poll.note-hint")}
        form={form}
        optional
        rows={2}
        maxlength={500}
        value={view.own?.note ?? ""}
      />
      <Submit>{t(view.own === undefined ? "gatherings.poll.send" : "gatherings.poll.send-anew")}</Submit>
      <VisibilityLine>{t("gatherings.poll.visible-grid")}</VisibilityLine>
    </Form>
  );
}

function SlotRow({ view, slot, form }: AnswerGridProps & { readonly slot: SlotView }) {
  const { t } = view.visit.c.var;
  const name = `${slotField}${slot.id}`;
  const chosen = form.typed[name] === undefined ? view.own?.availability.get(slot.id) : textOf(form.typed, name);
  const end = slot.startsAt.add({ minutes: slot.time.lengthMinutes });
  return (
    <fieldset class="answer-slot" data-shade={slot.shade}>
      <legend>
        <time datetime={slot.startsAt.toString({ smallestUnit: "second" })}>
          {t("gatherings.poll.slot", { start: t.timeOfDay(slot.startsAt), end: t.timeOfDay(end) })}
        </time>{" "}
        <ShadeWords t={t} shade={slot.shade} />
      </legend>
      <div class="answer-options">
        {availabilities.map((availability) => (
          <label class="answer-option" data-answer={availability}>
            <input type="radio" name={name} value={availability} checked={chosen === availability} />
            <span>{t(`gatherings.poll.${availability}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
