import type { GatheringState } from "./gathering.ts";

interface Listed {
  readonly state: GatheringState;
  /** Undefined while it has no date. */
  readonly startsAt: Temporal.Instant | undefined;
}

/**
 * Gatherings in the order in which people look for them: what has a date, the soonest first; what looks for one; and what is over or called
 * off, the last first. What nothing tells apart stays as it was given.
 */
export function byWhen<L extends Listed>(lines: readonly L[]): readonly L[] {
  const groups = Map.groupBy(lines, groupOf);
  const inGroup = (group: ReturnType<typeof groupOf>) => groups.get(group) ?? [];
  return [
    ...inGroup("dated").toSorted(byStart),
    ...inGroup("undated"),
    ...inGroup("over").toSorted((one, other) => byStart(other, one)),
  ];
}

function groupOf({ state }: Listed): "dated" | "undated" | "over" {
  if (state === "date-set") return "dated";
  return state === "idea" || state === "asking-when" ? "undated" : "over";
}

/** Without a start, before all that have one: called off before it had a date, it is over for the longest time. */
function byStart({ startsAt: one }: Listed, { startsAt: other }: Listed): number {
  return (one?.epochMilliseconds ?? 0) - (other?.epochMilliseconds ?? 0);
}
