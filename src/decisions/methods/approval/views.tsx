import { choicesViews } from "../../pages/ballots/choices-views.tsx";
import { seatsSetting, settingsForm } from "../../pages/ballots/settings-form.tsx";
import type { ApprovalSettings } from "./rules.ts";

/** Every option one can live with. */
export const approvalViews = choicesViews(settingsForm<ApprovalSettings>([seatsSetting]));
