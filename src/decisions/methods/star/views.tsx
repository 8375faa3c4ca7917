import { marksViews } from "../../pages/ballots/marks-views.tsx";
import { settingsForm } from "../../pages/ballots/settings-form.tsx";
import type { StarSettings } from "./rules.ts";

/** A score for each option. */
export const starViews = marksViews<StarSettings>(
  {
    range: ({ most }) => ({ least: 0, most }),
    hint: ({ most }, t) => t("decisions.ballot.scores-hint", { most }),
  },
  settingsForm<StarSettings>([{ name: "most", label: "highest-score", kind: "number" }]),
);
