import { choicesViews } from "../../pages/ballots/choices-views.tsx";

/** So many options at least and at most. */
export const multipleChoiceViews = choicesViews;
