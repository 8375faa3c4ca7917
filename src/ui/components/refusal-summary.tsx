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
 * All there is to mend in a form that was refused, each with a link to its field; nothing if there is nothing. It takes the focus,
 * so that a screen reader starts there.
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
        {Object.entries(form.faults).map(([name, fault]) => (
          <li>
            <FaultOfField name={name} label={fields[name]} fault={fault} form={form} />
          </li>
        ))}
      </ul>
    </section>
  );
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
