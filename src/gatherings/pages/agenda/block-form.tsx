import type { Translator } from "../../../kernel/i18n/translator.ts";
import { Check, Select } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { blockMinutes, type AgendaBlock } from "../../model/agenda/block.ts";
import { structures } from "../../model/agenda/structures.ts";
import type { GatheringVisit } from "../visit.ts";

const fields = ["title", "minutes", "structure", "purpose", "host", "notes", "recording"] as const;

/** The labels of the fields of a block, by name. */
export function blockLabels(t: Translator): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.map((name) => [name, t(`gatherings.agenda.field.${name}`)]));
}

interface BlockFormProps {
  readonly visit: GatheringVisit;
  readonly form: FormState;
  readonly action: string;
  /** The block as it stands; undefined for one that is added. */
  readonly block: AgendaBlock | undefined;
  /** Its host, as one would type it. */
  readonly host: string;
  /** Who may be meant as host, by the name they gave. */
  readonly names: readonly string[];
}

/** What a block is: its title, length, structure, purpose, host, and what may be kept of it. */
export function BlockForm({ visit, form, action, block, host, names }: BlockFormProps) {
  const { t, frame } = visit.c.var;
  const field = (name: (typeof fields)[number]) => ({ name, label: t(`gatherings.agenda.field.${name}`), form });
  const minutes = { type: "number", inputmode: "numeric", min: blockMinutes.least, max: blockMinutes.most } as const;
  return (
    <Form frame={frame} action={action}>
      <Field {...field("title")} value={block?.title} maxlength={200} autocomplete="off" />
      <Field {...field("minutes")} {...minutes} value={block?.minutes ?? 10} />
      <Select
        {...field("structure")}
        hint={t("gatherings.agenda.field-hint.structure")}
        options={structures.map(({ id, minutes: needs }) => ({
          value: id,
          label: structureLabel(t, id, needs),
        }))}
        value={block?.structure ?? "open-talk"}
      />
      <TextArea
        {...field("purpose")}
        hint={t("gatherings.agenda.field-hint.purpose")}
        value={block?.purpose}
        rows={4}
        maxlength={5000}
        optional
      />
      <Field
        {...field("host")}
        hint={t("gatherings.agenda.field-hint.host")}
        value={host}
        maxlength={200}
        suggestions={names}
        autocomplete="off"
        optional
      />
      <Check {...field("notes")} hint={t("gatherings.agenda.field-hint.notes")} checked={block?.notes ?? true} />
      <Check {...field("recording")} checked={block?.recording ?? false} />
      <Submit>{t(`gatherings.agenda.edit.${block === undefined ? "add" : "save"}`)}</Submit>
    </Form>
  );
}

function structureLabel(t: Translator, id: string, minutes: number | null): string {
  const name = t(`gatherings.agenda.structure.${id}`);
  return minutes === null ? name : t("gatherings.agenda.structures.with-minutes", { name, minutes });
}
