import type { Json } from "../../../kernel/base/canonical-json.ts";
import { textOf } from "../../../ui/form-input.ts";
import { Choice } from "../../../ui/components/choice.tsx";
import type { MethodViews } from "../../methods/views.ts";

/** The views of methods whose ballot is one option: a list of buttons of which one is chosen. */
export function choiceViews<Settings extends Json>(
  settings?: MethodViews<Settings, { readonly choice: number }>["settings"],
): MethodViews<Settings, { readonly choice: number }> {
  return {
    fields: ({ names, own, form }) => (
      <Choice
        name="choice"
        label={form.t("decisions.ballot.choose-one")}
        form={form}
        options={names.map((label, place) => ({ value: String(place), label }))}
        value={own === undefined ? undefined : String(own.choice)}
      />
    ),
    fromForm: (sent) => ({ choice: textOf(sent, "choice") }),
    inWords: (ballot, names) => names[ballot.choice] ?? "",
    ...(settings !== undefined && { settings }),
  };
}
