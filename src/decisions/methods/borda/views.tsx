import { rankingViews } from "../../pages/ballots/ranking-views.tsx";
import { seatsSetting } from "../../pages/ballots/settings-form.tsx";
import type { BordaSettings } from "./rules.ts";

/** A rank for each option. */
export const bordaViews = rankingViews<BordaSettings>([
  seatsSetting,
  { name: "truncated", label: "truncated", kind: "one-of", values: ["average", "tournament", "modified"] },
]);
