import { gatheringPath } from "../addresses.ts";
import type { GatheringView } from "../gathering/gathering-view.ts";
import { ruleInWords } from "./rule-words.ts";

/** That a gathering is one of a series, and the way to its other dates. */
export function SeriesLine({ view }: { readonly view: GatheringView }) {
  const { t } = view.visit.c.var;
  if (view.series === undefined) return null;
  return (
    <p>
      {t("gatherings.series.one-of", { often: ruleInWords(t, view.series) })}{" "}
      <a href={`${gatheringPath(view.visit.gathering)}/series`}>{t("gatherings.series.all-dates")}</a>
    </p>
  );
}
