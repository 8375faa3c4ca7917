import { choicesViews } from "../../pages/ballots/choices-views.tsx";
import { seatsSetting, settingsForm } from "../../pages/ballots/settings-form.tsx";
import type { MultipleChoiceSettings } from "./rules.ts";

/** So many options at least and at most. */
export const multipleChoiceViews = choicesViews(
  settingsForm<MultipleChoiceSettings>([
    { name: "fewest", label: "fewest-choices", kind: "number" },
    { name: "most", label: "most-choices", kind: "number", optional: true },
    seatsSetting,
  ]),
);
