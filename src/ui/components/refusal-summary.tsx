import type { FormState } from "../form-state.ts";
import { hasFaults } from "../form-state.ts";
import { fieldId } from "./field.tsx";
import { Icon } from "./icon.tsx";

/**
 * All there is to mend in a form that was refused, each with a link to its field; nothing if there is nothing. It takes the focus,
 * so that a screen reader starts there. `fields` are the names of the page's fields; other faults are told without a link.
 */
export function RefusalSummary({
  form,
  fields = [],
}: {
  readonly form: FormState;
  readonly fields?: readonly string[];
}) {
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
          <li>{fields.includes(name) ? <a href={`#${fieldId(name)}`}>{fault}</a> : fault}</li>
        ))}
      </ul>
    </section>
  );
}
