import { expect, test } from "vitest";
import type { GatheringState } from "./gathering.ts";
import { byWhen } from "./list-order.ts";

const line = (name: string, state: GatheringState, day?: string) => ({
  name,
  state,
  startsAt: day === undefined ? undefined : Temporal.Instant.from(`2027-${day}T19:00Z`),
});

test("what comes next is first, what looks for a date next, and what was last is before what was earlier", () => {
  const lines = [
    line("called off as an idea", "cancelled"),
    line("in April", "date-set", "04-02"),
    line("newest idea", "idea"),
    line("in January", "minuted", "01-05"),
    line("in March", "date-set", "03-02"),
    line("asked about", "asking-when"),
    line("in February", "held", "02-05"),
    line("called off in May", "cancelled", "05-05"),
  ];
  expect(byWhen(lines).map(({ name }) => name)).toEqual([
    "in March",
    "in April",
    "newest idea",
    "asked about",
    "called off in May",
    "in February",
    "in January",
    "called off as an idea",
  ]);
});
