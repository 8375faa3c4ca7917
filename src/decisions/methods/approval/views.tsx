import { choicesViews } from "../../pages/ballots/choices-views.tsx";

/** Every option one can live with. */
export const approvalViews = choicesViews;
