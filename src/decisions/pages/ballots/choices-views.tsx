import type { Json } from "../../../kernel/base/canonical-json.ts";
import { CheckGroup } from "../../../ui/components/choice.tsx";
import { textsOf } from "../../../ui/form-input.ts";
import type { MethodViews, SettingsViews } from "../../methods/views.ts";
import type { Choices } from "../../model/counting/choices.ts";

/** The views of methods whose ballot is some of the options: a list of boxes to tick. */
export function choicesViews<Settings extends Json>(settings: SettingsViews<Settings>): MethodViews<Settings, Choices> {
  return {
    fields: ({ names, order, own, form }) => (
      <CheckGroup
        name="choices"
        label={form.t("decisions.ballot.choose-several")}
        form={form}
        options={order.map((place) => ({ value: String(place), label: names[place] ?? "" }))}
        values={own?.choices.map(String) ?? []}
        optional
      />
    ),
    fromForm: (sent) => ({ choices: [...textsOf(sent, "choices")] }),
    inWords: ({ choices }, names, t) =>
      choices.length === 0 ? t("decisions.ballot.none") : t.list(choices.map((place) => names[place] ?? "")),
    settings,
  };
}
