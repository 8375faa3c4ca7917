import { choiceViews } from "../../pages/ballots/choice-views.tsx";
import type { LazyConsentSettings } from "./rules.ts";

/** One of three words; there is nothing to set. */
export const lazyConsentViews = choiceViews<LazyConsentSettings>();
