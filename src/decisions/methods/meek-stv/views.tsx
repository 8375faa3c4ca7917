import { rankingViews } from "../../pages/ballots/ranking-views.tsx";
import { seatsSetting, settingsForm } from "../../pages/ballots/settings-form.tsx";
import type { MeekStvSettings } from "./rules.ts";

/** A rank for each option. */
export const meekStvViews = rankingViews(settingsForm<MeekStvSettings>([seatsSetting]));
