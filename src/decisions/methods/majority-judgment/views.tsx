import { marksViews } from "../../pages/ballots/marks-views.tsx";
import { seatsSetting, settingsForm } from "../../pages/ballots/settings-form.tsx";
import type { MajorityJudgmentSettings } from "./rules.ts";

const best = 5;

/** A grade in words for each option. */
export const majorityJudgmentViews = marksViews<MajorityJudgmentSettings>(
  {
    range: () => ({ least: 0, most: best }),
    hint: (_settings, t) => t("decisions.ballot.grades-hint"),
    grade: (mark, t) => t(`decisions.method.majority-judgment.grade.${mark}`),
  },
  settingsForm<MajorityJudgmentSettings>([seatsSetting]),
);
