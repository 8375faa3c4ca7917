import { StateStrip } from "../../../ui/components/state-strip.tsx";
import type { GatheringState } from "../../model/gathering.ts";
import type { GatheringView } from "./gathering-view.ts";

const lifeStates: readonly GatheringState[] = ["idea", "asking-when", "date-set", "held", "minuted"];

/** Where the gathering stands in its life; one that is called off stands there for ever. */
export function StateOfGathering({ view }: { readonly view: GatheringView }) {
  const { c, gathering } = view.visit;
  const { t } = c.var;
  const states: readonly GatheringState[] =
    gathering.state === "cancelled" ? [...reachedBefore(view), "cancelled"] : lifeStates;
  const named = states.map((state) => ({ name: t(`gatherings.state.${state}`), note: noteOf(view, state) }));
  return <StateStrip t={t} states={named} present={states.indexOf(gathering.state)} />;
}

function reachedBefore({ poll, sessions }: GatheringView): readonly GatheringState[] {
  return [
    "idea",
    ...(poll === undefined ? [] : ["asking-when" as const]),
    ...(sessions.length === 0 ? [] : ["date-set" as const]),
  ];
}

function noteOf({ visit, poll, pollIsOpen, sessions }: GatheringView, state: GatheringState): string | undefined {
  const { t } = visit.c.var;
  if (state === "asking-when" && poll !== undefined && pollIsOpen) {
    return t("gatherings.state.until", { time: t.briefDateTime(poll.closesAt) });
  }
  const next = sessions.find(({ session }) => session.cancelledAt === undefined);
  return state === "date-set" && next !== undefined ? t.briefDateTime(next.session.startsAt) : undefined;
}
