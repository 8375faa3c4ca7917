import { gatheringPath } from "../addresses.ts";
import type { GatheringVisit } from "../visit.ts";

/** The way to where what begins and ends is marked, for those who may mark something now. */
export function RunLink({ visit, runs }: { readonly visit: GatheringVisit; readonly runs: boolean }) {
  if (!runs) return null;
  return (
    <p class="next-step no-print">
      <a href={`${gatheringPath(visit.gathering)}/run`}>{visit.c.var.t("gatherings.run.link")}</a>
    </p>
  );
}
