import type { Translator } from "../../../kernel/i18n/translator.ts";
import { Select } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { gatheringPath } from "../addresses.ts";
import { languageOptions } from "../choices.ts";
import type { GatheringVisit } from "../visit.ts";

const fields = ["title", "purpose", "description", "language", "place", "capacity", "audienceCapacity"] as const;

/** The labels of the fields, by name. */
export function textsLabels(t: Translator): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.map((name) => [name, t(`gatherings.field.${name}`)]));
}

/** What a gathering says of itself, and how many places it has. */
export function TextsForm({ visit, form }: { readonly visit: GatheringVisit; readonly form: FormState }) {
  const { c, gathering } = visit;
  const { frame, t } = c.var;
  const field = (name: (typeof fields)[number]) => ({ name, label: t(`gatherings.field.${name}`), form });
  const hinted = (name: (typeof fields)[number]) => ({ ...field(name), hint: t(`gatherings.field-hint.${name}`) });
  const places = { type: "number", inputmode: "numeric", min: 0, max: 100_000, optional: true } as const;
  return (
    <Form frame={frame} action={`${gatheringPath(gathering)}/settings`} draft={`gathering-${gathering.id}`}>
      <Field {...field("title")} value={gathering.title} maxlength={120} autocomplete="off" />
      <TextArea {...hinted("purpose")} value={gathering.purpose} maxlength={280} rows={2} />
      <TextArea {...hinted("description")} value={gathering.description} maxlength={20_000} rows={8} optional />
      <Select {...hinted("language")} options={languageOptions(gathering.language)} value={gathering.language} />
      <Field {...hinted("place")} value={gathering.place} maxlength={500} optional autocomplete="off" />
      <Field {...hinted("capacity")} {...places} value={gathering.capacity ?? ""} />
      <Field {...hinted("audienceCapacity")} {...places} value={gathering.audienceCapacity ?? ""} />
      <Submit>{t("gatherings.settings.save")}</Submit>
    </Form>
  );
}
