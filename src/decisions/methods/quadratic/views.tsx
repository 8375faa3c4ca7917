import { marksViews } from "../../pages/ballots/marks-views.tsx";
import { seatsSetting, settingsForm } from "../../pages/ballots/settings-form.tsx";
import type { QuadraticSettings } from "./rules.ts";

/** Votes for the options, whose squares are paid from a budget. */
export const quadraticViews = marksViews<QuadraticSettings>(
  {
    range: ({ credits, against }) => {
      const most = Math.floor(Math.sqrt(credits));
      return { least: against ? -most : 0, most };
    },
    hint: ({ credits }, t) => t("decisions.ballot.credits-hint", { credits }),
  },
  settingsForm<QuadraticSettings>([
    { name: "credits", label: "credits", kind: "number" },
    { name: "against", label: "against", kind: "yes-no" },
    seatsSetting,
  ]),
);
