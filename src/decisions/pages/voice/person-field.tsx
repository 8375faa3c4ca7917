import type { PersonDescription } from "../../../accounts/index.ts";
import { Select } from "../../../ui/components/choice.tsx";
import { Field, type FieldBasics } from "../../../ui/components/field.tsx";

interface PersonFieldProps extends Omit<FieldBasics, "optional"> {
  /** Those to pick from; undefined where they are too many, and one writes a handle. */
  readonly people: readonly PersonDescription[] | undefined;
}

/** Names one member: picked from a list, or by their handle where the list would be too long. */
export function PersonField({ people, form, ...field }: PersonFieldProps) {
  const { t } = form;
  if (people === undefined) {
    return (
      <Field {...field} form={form} hint={t("decisions.voice.field-hint.handle")} maxlength={300} autocomplete="off" />
    );
  }
  const options = people.map(({ id, name, handle }) => ({
    value: id,
    label: handle === undefined ? (name ?? "") : t("decisions.voice.person", { name: name ?? "", handle }),
  }));
  return (
    <Select {...field} form={form} value="" options={[{ value: "", label: t("decisions.voice.pick") }, ...options]} />
  );
}
