import { rankingViews } from "../../pages/ballots/ranking-views.tsx";
import type { IrvSettings } from "./rules.ts";

/** A rank for each option. */
export const irvViews = rankingViews<IrvSettings>([
  { name: "ties", label: "ties", kind: "one-of", values: ["earlier-stages", "lot"] },
]);
