import { Field } from "../../../ui/components/field.tsx";
import { textOf } from "../../../ui/form-input.ts";
import { choiceViews } from "../../pages/ballots/choice-views.tsx";
import type { CountMeInSettings } from "./rules.ts";

/** In or out, and how many must be in. */
export const countMeInViews = choiceViews<CountMeInSettings>({
  fields: (form, defaults) => (
    <Field
      name="target"
      label={form.t("decisions.method.count-me-in.field.target")}
      form={form}
      type="number"
      inputmode="numeric"
      min={1}
      optional
      value={defaults.target ?? undefined}
    />
  ),
  fromForm: (sent) => {
    const target = textOf(sent, "target");
    return target === "" ? {} : { target: Number(target) };
  },
  inWords: ({ target }, t) => (target === null ? [] : [t("decisions.method.count-me-in.words.target", { target })]),
});
