import { fileFieldName } from "../form-file.ts";
import { describedBy, FieldFault, FieldHint, fieldId, FieldLabel, type FieldBasics } from "./field.tsx";

interface FileFieldProps extends Omit<FieldBasics, "name" | "optional"> {
  /** The field of text whose text the file brings instead. */
  readonly beside: string;
  /** What the browser offers to choose from, by ending or media type: `.ics,text/calendar`. Anything else may be chosen all the same. */
  readonly accept: string;
}

/** One file to choose instead of typing. No browser chooses it again after a refusal, but then its text stands in the field beside it. */
export function FileField({ beside, label, form, hint, accept }: FileFieldProps) {
  const name = fileFieldName(beside);
  return (
    <div class="field">
      <FieldLabel name={name} label={label} form={form} optional={false} />
      <FieldHint name={name} hint={hint} />
      <FieldFault name={name} form={form} />
      <input id={fieldId(name)} name={name} type="file" accept={accept} {...describedBy(form, name, hint)} />
    </div>
  );
}
