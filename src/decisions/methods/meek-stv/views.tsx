import { rankingViews } from "../../pages/ballots/ranking-views.tsx";
import { seatsSetting } from "../../pages/ballots/settings-form.tsx";
import type { MeekStvSettings } from "./rules.ts";

/** A rank for each option. */
export const meekStvViews = rankingViews<MeekStvSettings>([seatsSetting]);
