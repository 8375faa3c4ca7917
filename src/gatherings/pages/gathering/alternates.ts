import type { Alternate } from "../../../ui/layout.tsx";
import { gatheringPath } from "../addresses.ts";
import type { GatheringView } from "./gathering-view.ts";

/** The same gathering for servers of the fediverse and for calendars. */
export function alternatesOf({ visit, sessions }: GatheringView): readonly Alternate[] {
  const { gathering } = visit;
  const path = gatheringPath(gathering);
  const fediverse = { type: "application/activity+json" };
  return [
    { ...fediverse, href: `/actors/${gathering.id}` },
    ...sessions.map(({ session }) => ({ ...fediverse, href: `${path}/sessions/${session.id}` })),
    ...(sessions.length === 0 ? [] : [{ type: "text/calendar", href: `${path}/calendar.ics`, title: gathering.title }]),
  ];
}
