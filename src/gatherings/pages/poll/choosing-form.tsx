import { FieldFault } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { textOf, textsOf } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import type { SlotChoice } from "../../model/choose-slots.ts";
import { mostSessions } from "../../model/session.ts";
import { gatheringPath } from "../addresses.ts";
import { TimesOfChoice } from "./outcome.tsx";
import type { OutcomeView } from "./outcome-view.ts";

interface ChoosingFormProps {
  readonly outcome: OutcomeView;
  readonly form: FormState;
}

/** Where an organiser chooses the time or times, one of the best or others, and says why. */
export function ChoosingForm({ outcome, form }: ChoosingFormProps) {
  const { c, gathering } = outcome.view.visit;
  const { t, frame } = c.var;
  return (
    <Section id="choice" title={t("gatherings.choosing.title")}>
      <Form frame={frame} action={`${gatheringPath(gathering)}/date`}>
        <fieldset class="field option-group">
          <legend class="field-label">{t("gatherings.choosing.which")}</legend>
          <FieldFault name="choice" form={form} />
          {outcome.best.map((choice, place) => (
            <BestOption outcome={outcome} form={form} choice={choice} place={place} />
          ))}
          <label class="option" for="field-choice-own">
            <input
              type="radio"
              name="choice"
              value="own"
              id="field-choice-own"
              checked={textOf(form.typed, "choice") === "own"}
            />
            <span class="option-label">{t("gatherings.choosing.own", { most: mostSessions })}</span>
          </label>
        </fieldset>
        <OwnSlots outcome={outcome} form={form} />
        <TextArea
          name="reason"
          label={t("gatherings.choosing.reason")}
          hint={t("gatherings.choosing.reason-hint")}
          form={form}
          rows={3}
          maxlength={2000}
        />
        <Submit>{t("gatherings.choosing.submit")}</Submit>
        <VisibilityLine>{t("gatherings.choosing.visible")}</VisibilityLine>
      </Form>
    </Section>
  );
}

interface BestOptionProps extends ChoosingFormProps {
  readonly choice: SlotChoice;
  readonly place: number;
}

function BestOption({ outcome, form, choice, place }: BestOptionProps) {
  const { t } = outcome.view.visit.c.var;
  const value = choice.slots.join(" ");
  const id = place === 0 ? "field-choice" : `field-choice-${place + 1}`;
  return (
    <label class="option" for={id}>
      <input type="radio" name="choice" value={value} id={id} checked={textOf(form.typed, "choice") === value} />
      <span class="option-label">
        <TimesOfChoice outcome={outcome} choice={choice} />
        <span class="option-hint">
          {t("gatherings.outcome.covered", { covered: choice.covered, people: choice.people })}
        </span>
      </span>
    </label>
  );
}

function OwnSlots({ outcome, form }: ChoosingFormProps) {
  const { t } = outcome.view.visit.c.var;
  const ticked = textsOf(form.typed, "slots");
  return (
    <details class="details" open={textOf(form.typed, "choice") === "own"}>
      <summary>{t("gatherings.choosing.own-times")}</summary>
      <fieldset class="details-body option-group">
        <legend class="visually-hidden">{t("gatherings.choosing.own-times")}</legend>
        {outcome.view.slots.map(({ id, startsAt, count }) => (
          <label class="option" for={`slot-${id}`}>
            <input type="checkbox" name="slots" value={id} id={`slot-${id}`} checked={ticked.includes(id)} />
            <span class="option-label">
              <BriefTime t={t} instant={startsAt} />
              <span class="option-hint">
                {t("gatherings.choosing.counts", { yes: count.yes, ifNeedBe: count.ifNeedBe, no: count.no })}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
