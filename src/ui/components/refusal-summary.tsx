import type { FormState } from "../form-state.ts";
import { hasFaults } from "../form-state.ts";
import { fieldId } from "./field.tsx";
import { Icon } from "./icon.tsx";

interface RefusalSummaryProps {
  readonly form: FormState;
  /** The labels of the page's fields by their names. A fault of any other name is told without a link. */
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * All there is to mend in a form that was refused, each with a link to its field, from the top of the page down; nothing if there is
 * nothing. It takes the focus, so that a screen reader starts there.
 */
export function RefusalSummary({ form, fields }: RefusalSummaryProps) {
  if (!hasFaults(form)) return null;
  const { t } = form;
  return (
    <section class="notice refusal-summary" data-meaning="stop" aria-labelledby="refusal-title" tabindex={-1} autofocus>
      <h2 id="refusal-title">
        <Icon name="stop" label={t("ui.meaning.stop")} /> {t("ui.form.to-mend")}
      </h2>
      <ul>
        {form.fault !== undefined && <li>{form.fault}</li>}
        {inOrderOf(fields, form.faults).map(([name, fault]) => (
          <li>
            <FaultOfField name={name} label={fields[name]} fault={fault} form={form} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Faults as the page names its fields, then those of no field of the page. */
function inOrderOf(
  fields: Readonly<Record<string, string>>,
  faults: Readonly<Record<string, string>>,
): readonly (readonly [string, string])[] {
  const names = Object.keys(fields);
  const placeOf = (name: string) => (names.includes(name) ? names.indexOf(name) : names.length);
  return Object.entries(faults).toSorted(([one], [other]) => placeOf(one) - placeOf(other));
}

interface FaultOfFieldProps {
  readonly form: FormState;
  readonly name: string;
  readonly label: string | undefined;
  readonly fault: string;
}

function FaultOfField({ form, name, label, fault }: FaultOfFieldProps) {
  if (label === undefined) return <>{fault}</>;
  return <a href={`#${fieldId(name)}`}>{form.t("ui.form.fault-of", { field: label, fault })}</a>;
}
