import { marksViews } from "../../pages/ballots/marks-views.tsx";
import { limitSettings, seatsSetting, settingsForm } from "../../pages/ballots/settings-form.tsx";
import type { ScoreSettings } from "./rules.ts";

/** A score for each option. */
export const scoreViews = marksViews<ScoreSettings>(
  {
    range: ({ most }) => ({ least: 0, most }),
    hint: ({ most }, t) => t("decisions.ballot.scores-hint", { most }),
    limits: ({ fewest = 0, mostScored = null }) => ({ fewest, most: mostScored }),
  },
  settingsForm<ScoreSettings>([
    { name: "most", label: "highest-score", kind: "number" },
    { name: "by", label: "score-by", kind: "one-of", values: ["mean", "sum"] },
    { name: "blank", label: "score-blank", kind: "one-of", values: ["zero", "no-opinion"] },
    ...limitSettings("fewest-scored", "most-scored", "mostScored"),
    seatsSetting,
  ]),
);
