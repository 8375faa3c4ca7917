import { HeatGrid } from "../../../ui/components/heat-grid.tsx";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import type { SlotId } from "../../model/gathering.ts";
import type { PollView } from "./poll-view.ts";

interface HeatOfAnswersProps {
  readonly view: PollView;
  /** The slots that were chosen, to be marked. */
  readonly chosen: readonly SlotId[];
}

/** How many can come at each time, as numbers on a heat map; what counts stands first, in sight on any screen. */
export function HeatOfAnswers({ view, chosen }: HeatOfAnswersProps) {
  const { t } = view.visit.c.var;
  const people = view.answered;
  return (
    <HeatGrid
      t={t}
      caption={t("gatherings.poll.heat", { people })}
      subject={t("gatherings.poll.time")}
      columns={[
        t("gatherings.poll.can-come"),
        t("gatherings.poll.yes"),
        t("gatherings.poll.if-need-be"),
        t("gatherings.poll.no"),
      ]}
      rows={view.slots.map((slot) => {
        const { yes, ifNeedBe, no } = slot.count;
        const night = slot.shade !== "day";
        const isChosen = chosen.includes(slot.id);
        return {
          label: <BriefTime t={t} instant={slot.startsAt} />,
          cells: [
            { count: yes + ifNeedBe, of: people, night, chosen: isChosen },
            { count: yes, of: people },
            { count: ifNeedBe, of: people },
            { count: no, of: people, plain: true },
          ],
        };
      })}
    />
  );
}
