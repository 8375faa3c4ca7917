import type { Translator } from "../../kernel/i18n/translator.ts";
import { Select } from "../../ui/components/choice.tsx";
import { Field } from "../../ui/components/field.tsx";
import type { FormState } from "../../ui/form-state.ts";
import { sessionMinutes } from "../model/session.ts";
import { zoneOptions } from "./choices.ts";

interface TimeFieldsProps {
  readonly form: FormState;
  /** One field for each start; all but the first may stay empty. */
  readonly starts: readonly { readonly name: string; readonly value?: string }[];
  readonly zone: string;
  readonly lengthMinutes: number;
}

/** When: starts as wall-clock times, the zone they are meant in, and the length. */
export function TimeFields({ form, starts, zone, lengthMinutes }: TimeFieldsProps) {
  const { t } = form;
  return (
    <>
      {starts.map(({ name, value }, place) => (
        <Field
          name={name}
          label={startLabel(t, place)}
          form={form}
          type="datetime-local"
          value={value}
          optional={place > 0}
        />
      ))}
      <Select name="zone" label={t("gatherings.search.zone")} form={form} options={zoneOptions(zone)} value={zone} />
      <Field
        name="lengthMinutes"
        label={t("gatherings.search.length")}
        form={form}
        type="number"
        inputmode="numeric"
        min={sessionMinutes.least}
        max={sessionMinutes.most}
        value={lengthMinutes}
      />
    </>
  );
}

/** The labels of these fields, and of the reason that goes with every time, by name. */
export function timeLabels(t: Translator, starts: readonly string[]): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(starts.map((name, place) => [name, startLabel(t, place)])),
    zone: t("gatherings.search.zone"),
    lengthMinutes: t("gatherings.search.length"),
    reason: t("gatherings.choosing.reason"),
  };
}

function startLabel(t: Translator, place: number): string {
  return place === 0 ? t("gatherings.dating.start") : t("gatherings.dating.start-more", { number: place + 1 });
}
