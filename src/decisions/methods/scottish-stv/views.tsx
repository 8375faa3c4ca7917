import { rankingViews } from "../../pages/ballots/ranking-views.tsx";
import { seatsSetting } from "../../pages/ballots/settings-form.tsx";
import type { ScottishStvSettings } from "./rules.ts";

/** A rank for each option. */
export const scottishStvViews = rankingViews<ScottishStvSettings>([seatsSetting]);
