import { StateStrip } from "../../../ui/components/state-strip.tsx";
import type { GatheringState } from "../../model/gathering.ts";
import type { GatheringView } from "./gathering-view.ts";

const lifeStates: readonly GatheringState[] = ["idea", "asking-when", "date-set", "held", "minuted"];

/** Where the gathering stands in its life; one that is called off stands there for ever. */
export function StateOfGathering({ view }: { readonly view: GatheringView }) {
  const { c, gathering } = view.visit;
  const { t } = c.var;
  const states = statesOf(view);
  const named = states.map((state) => ({ name: t(`gatherings.state.${state}`), note: noteOf(view, state) }));
  return <StateStrip t={t} states={named} present={states.indexOf(gathering.state)} />;
}

/** The states it goes through; those it has skipped, or will not see any more, are left out. */
function statesOf({ visit, poll, sessions }: GatheringView): readonly GatheringState[] {
  const { state } = visit.gathering;
  const skipped = (one: GatheringState) =>
    (one === "asking-when" && poll === undefined) || (one === "date-set" && sessions.length === 0);
  if (state === "idea" || state === "asking-when") return lifeStates;
  if (state !== "cancelled") return lifeStates.filter((one) => !skipped(one));
  return [...(["idea", "asking-when", "date-set"] as const).filter((one) => !skipped(one)), state];
}

function noteOf({ visit, poll, pollIsOpen, sessions }: GatheringView, state: GatheringState): string | undefined {
  const { t } = visit.c.var;
  if (state === "asking-when" && poll !== undefined && pollIsOpen) {
    return t("gatherings.state.until", { time: t.briefDateTime(poll.closesAt) });
  }
  const next = sessions.find(({ session }) => session.cancelledAt === undefined);
  return state === "date-set" && next !== undefined ? t.briefDateTime(next.session.startsAt) : undefined;
}
