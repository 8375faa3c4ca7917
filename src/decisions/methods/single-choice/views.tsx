import { Choice } from "../../../ui/components/choice.tsx";
import { textOf } from "../../../ui/form-input.ts";
import { noneSetting, settingsForm } from "../../pages/ballots/settings-form.tsx";
import type { MethodViews } from "../views.ts";
import type { SingleChoiceBallot, SingleChoiceSettings } from "./rules.ts";

/** One of the options, or none of them where that is offered. */
export const singleChoiceViews: MethodViews<SingleChoiceSettings, SingleChoiceBallot> = {
  fields: ({ names, order, own, form, question }) => (
    <Choice
      name="choice"
      label={form.t("decisions.ballot.choose-one")}
      form={form}
      options={[
        ...order.map((place) => ({ value: String(place), label: names[place] ?? "" })),
        ...(question.settings.none ? [{ value: "none", label: form.t("decisions.ballot.none-of-these") }] : []),
      ]}
      value={own === undefined ? undefined : String(own.choice)}
    />
  ),
  fromForm: (sent) => ({ choice: textOf(sent, "choice") }),
  inWords: ({ choice }, names, t) => (choice === "none" ? t("decisions.ballot.none-of-these") : (names[choice] ?? "")),
  settings: settingsForm<SingleChoiceSettings>([
    { name: "required", label: "required", kind: "one-of", values: ["plurality", "majority"] },
    noneSetting,
  ]),
};
