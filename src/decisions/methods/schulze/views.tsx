import { rankingViews } from "../../pages/ballots/ranking-views.tsx";
import { seatsSetting, settingsForm } from "../../pages/ballots/settings-form.tsx";
import type { SchulzeSettings } from "./rules.ts";

/** A rank for each option. */
export const schulzeViews = rankingViews(settingsForm<SchulzeSettings>([seatsSetting]));
