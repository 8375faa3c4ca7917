import { Choice } from "../../../ui/components/choice.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import type { RsvpEntry } from "../../model/rsvp.ts";
import type { GatheringView } from "../gathering/gathering-view.ts";

interface SeatChoiceProps {
  readonly view: GatheringView;
  readonly form: FormState;
  /** What the reader answered before. */
  readonly own: RsvpEntry | undefined;
}

/** As what the reader comes, where the gathering opens kinds of seats. */
export function SeatChoice({ view, form, own }: SeatChoiceProps) {
  const { t } = view.visit.c.var;
  const kinds = [...view.seating.opened.keys()];
  if (kinds.length === 0) return null;
  const held = kinds.find((kind) => kind === own?.seat);
  return (
    <Choice
      name="seat"
      label={t("gatherings.seats.choice")}
      hint={t("gatherings.seats.choice-hint")}
      form={form}
      value={held ?? (kinds.length === 1 ? kinds[0] : undefined)}
      options={kinds.map((kind) => ({
        value: kind,
        label: t(`gatherings.seats.as.${kind}`),
        hint: t(`gatherings.seats.as-hint.${kind}`),
      }))}
    />
  );
}
