import { marksViews } from "../../pages/ballots/marks-views.tsx";
import { limitSettings, seatsSetting, settingsForm } from "../../pages/ballots/settings-form.tsx";
import { answerLimits } from "../../model/counting/limits.ts";
import type { DotVoteSettings } from "./rules.ts";

/** Dots for the options, so many in all. */
export const dotVoteViews = marksViews<DotVoteSettings>(
  {
    range: ({ dots, perOption }) => ({ least: 0, most: perOption ?? dots }),
    hint: ({ dots }, t) => t("decisions.ballot.dots-hint", { dots }),
    limits: answerLimits,
  },
  settingsForm<DotVoteSettings>([
    { name: "dots", label: "dots", kind: "number" },
    { name: "perOption", label: "dots-per-option", kind: "number", optional: true },
    ...limitSettings("fewest-dotted", "most-dotted"),
    seatsSetting,
  ]),
);
