import { gatheringPath } from "../addresses.ts";
import type { GatheringVisit } from "../visit.ts";
import { mayReadBrief } from "./brief-view.ts";

/** The way to the brief, once there is a date, for those alone who may read it. */
export async function BriefLine({ visit }: { readonly visit: GatheringVisit }) {
  const { c, gathering } = visit;
  if (gathering.state !== "date-set" || !(await mayReadBrief(visit))) return null;
  return (
    <p class="no-print">
      <a href={`${gatheringPath(gathering)}/brief`}>{c.var.t("gatherings.brief.link")}</a>
    </p>
  );
}
