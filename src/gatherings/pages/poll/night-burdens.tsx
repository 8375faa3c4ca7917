import { FairnessLines } from "../../../ui/components/fairness-lines.tsx";
import { placeOfZone } from "../../../ui/zones.ts";
import type { SlotChoice } from "../../model/choose-slots.ts";
import type { OutcomeView } from "./outcome-view.ts";

interface NightBurdensProps {
  readonly outcome: OutcomeView;
  readonly choice: SlotChoice;
  /** What the choice is called. */
  readonly title: string;
}

/** Who carries the night: how much of the sessions is night in each zone. Nothing when nobody does. */
export function NightBurdens({ outcome, choice, title }: NightBurdensProps) {
  const { t } = outcome.view.visit.c.var;
  const burdened = choice.nights.filter(({ nightMinutes }) => nightMinutes.some((minutes) => minutes > 0));
  if (choice.nights.length === 0) return null;
  if (burdened.length === 0) return <p>{t("gatherings.outcome.no-night")}</p>;
  return (
    <>
      <FairnessLines
        t={t}
        title={t("gatherings.outcome.night", { choice: title })}
        subject={t("gatherings.outcome.zone")}
        measure={t("gatherings.outcome.night-share")}
        lines={burdened.map(({ zone, share, nightMinutes }) => ({
          label: placeOfZone(zone),
          share,
          people: t("gatherings.outcome.night-minutes", {
            minutes: t.list(nightMinutes.map((minutes) => t.number(minutes))),
          }),
        }))}
      />
      <p class="quiet">{t("gatherings.outcome.night-noted")}</p>
    </>
  );
}
