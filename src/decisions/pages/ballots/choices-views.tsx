import { CheckGroup } from "../../../ui/components/choice.tsx";
import { textsOf } from "../../../ui/form-input.ts";
import { limitWords } from "../../methods/limit-words.ts";
import type { MethodViews } from "../../methods/views.ts";
import type { Choices, ChoicesSettings } from "../../model/counting/choices.ts";
import { answerLimits } from "../../model/counting/limits.ts";
import { limitSettings, noneSetting, seatsSetting, settingsForm } from "./settings-form.tsx";

/** The views of methods whose ballot is some of the options: a list of boxes to tick, the last of them for none of these. */
export const choicesViews: MethodViews<ChoicesSettings, Choices> = {
  fields: ({ names, order, own, form, question }) => (
    <CheckGroup
      name="choices"
      label={form.t("decisions.ballot.choose-several")}
      form={form}
      hint={limitWords(answerLimits(question.settings), form.t)}
      options={[
        ...order.map((place) => ({ value: String(place), label: names[place] ?? "" })),
        ...(question.settings.none === true
          ? [{ value: "none", label: form.t("decisions.ballot.none-of-these") }]
          : []),
      ]}
      values={own === undefined ? [] : [own.choices].flat().map(String)}
      optional={(question.settings.fewest ?? 0) === 0 && question.settings.none !== true}
    />
  ),
  fromForm: (sent) => ({ choices: [...textsOf(sent, "choices")] }),
  inWords: ({ choices }, names, t) => {
    if (choices === "none") return t("decisions.ballot.none-of-these");
    return choices.length === 0 ? t("decisions.ballot.none") : t.list(choices.map((place) => names[place] ?? ""));
  },
  settings: settingsForm<ChoicesSettings>([
    ...limitSettings("fewest-choices", "most-choices"),
    noneSetting,
    seatsSetting,
  ]),
};
