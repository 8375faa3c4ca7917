import { describedBy, FieldFault, FieldHint, fieldId, FieldLabel, typedOr, type FieldBasics } from "./field.tsx";

interface TextAreaProps extends FieldBasics {
  readonly value?: string | undefined;
  /** Lines shown at first; the area grows with the text where the browser can. */
  readonly rows?: number;
  /** Most characters. */
  readonly maxlength?: number;
}

/** Several lines to fill in. */
export function TextArea({ name, label, form, hint, optional, value, rows = 4, maxlength }: TextAreaProps) {
  return (
    <div class="field">
      <FieldLabel name={name} label={label} form={form} optional={optional} />
      <FieldHint name={name} hint={hint} />
      <FieldFault name={name} form={form} />
      <textarea
        id={fieldId(name)}
        name={name}
        rows={rows}
        maxlength={maxlength}
        required={optional !== true}
        {...describedBy(form, name, hint)}
      >
        {typedOr(form, name, value)}
      </textarea>
    </div>
  );
}
