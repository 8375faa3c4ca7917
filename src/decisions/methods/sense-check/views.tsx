import { choiceViews } from "../../pages/ballots/choice-views.tsx";
import type { SenseCheckSettings } from "./rules.ts";

/** One of three feelings; there is nothing to set. */
export const senseCheckViews = choiceViews<SenseCheckSettings>();
