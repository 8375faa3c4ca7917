import type { FormState } from "../form-state.ts";
import { textOf } from "../form-input.ts";

/** What every field of a form has. */
export interface FieldBasics {
  /** The field's name in the form, which is also how a refusal names it. */
  readonly name: string;
  readonly label: string;
  /** The form as it stands: what was typed is kept, what to mend stands beside the field. */
  readonly form: FormState;
  /** One line under the label: what to write, and why we ask. */
  readonly hint?: string | undefined;
  /** May be left empty; the label says so, unless the hint of the group around it does. */
  readonly optional?: boolean | "said-above" | undefined;
}

interface FieldProps extends FieldBasics {
  readonly type?: "text" | "email" | "url" | "number" | "date" | "time" | "datetime-local" | "search";
  /** What stands in the field before anybody types. */
  readonly value?: string | number | undefined;
  readonly autocomplete?: string;
  readonly inputmode?: "text" | "numeric" | "decimal" | "email" | "url" | "search";
  /** Most characters. */
  readonly maxlength?: number;
  readonly min?: number | string;
  readonly max?: number | string;
  readonly step?: number | string;
  /** Offered as completions; anything else may be typed. */
  readonly suggestions?: readonly string[];
}

/** One line to fill in, with its label, hint and what to mend. */
export function Field({ name, label, form, hint, optional, suggestions, value, type = "text", ...rest }: FieldProps) {
  const listId = suggestions === undefined ? undefined : `${fieldId(name)}-suggestions`;
  return (
    <div class="field">
      <FieldLabel name={name} label={label} form={form} optional={optional} />
      <FieldHint name={name} hint={hint} />
      <FieldFault name={name} form={form} />
      <input
        id={fieldId(name)}
        name={name}
        type={type}
        value={typedOr(form, name, value)}
        list={listId}
        required={isRequired(optional)}
        {...describedBy(form, name, hint)}
        {...rest}
      />
      {suggestions !== undefined && (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option value={suggestion} />
          ))}
        </datalist>
      )}
    </div>
  );
}

/** The id of a field's input, to which labels and error summaries point. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

/** The label of a field that has one input. */
export function FieldLabel({ name, label, form, optional }: Pick<FieldBasics, "name" | "label" | "form" | "optional">) {
  return (
    <label class="field-label" for={fieldId(name)}>
      {labelWords({ label, form, optional })}
    </label>
  );
}

/** A label, which says so when the field may be left empty. */
export function labelWords({ label, form, optional }: Pick<FieldBasics, "label" | "form" | "optional">): string {
  return optional === true ? form.t("ui.form.optional", { label }) : label;
}

export function isRequired(optional: FieldBasics["optional"]): boolean {
  return optional === undefined || optional === false;
}

/** The line that says what to write. */
export function FieldHint({ name, hint }: { readonly name: string; readonly hint: string | undefined }) {
  if (hint === undefined) return null;
  return (
    <p class="field-hint" id={`${fieldId(name)}-hint`}>
      {hint}
    </p>
  );
}

/** What to mend, beside the thing. */
export function FieldFault({ name, form }: { readonly name: string; readonly form: FormState }) {
  const fault = form.faults[name];
  if (fault === undefined) return null;
  return (
    <p class="field-fault" id={`${fieldId(name)}-fault`}>
      {fault}
    </p>
  );
}

/** The attributes that tell a screen reader of hint and fault. */
export function describedBy(form: FormState, name: string, hint: string | undefined) {
  const faulty = isFaulty(form, name);
  const ids = [hint === undefined ? "" : `${fieldId(name)}-hint`, faulty ? `${fieldId(name)}-fault` : ""];
  const described = ids.filter((id) => id !== "").join(" ");
  return {
    ...(described !== "" && { "aria-describedby": described }),
    ...(faulty && { "aria-invalid": "true" as const }),
  };
}

/** Whether something in this field is to be mended. */
export function isFaulty(form: FormState, name: string): boolean {
  return form.faults[name] !== undefined;
}

/** What was typed if the form was sent, else what the page proposes. */
export function typedOr(
  form: FormState,
  name: string,
  proposed: string | number | undefined,
): string | number | undefined {
  return form.typed[name] === undefined ? proposed : textOf(form.typed, name);
}
