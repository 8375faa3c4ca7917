import { describe, expect, test } from "vitest";
import { concluded, dueOn, nextDueDay, overdueAfterDays, toldBeforeDays, type DecisionDays } from "./review.ts";

const rule = { kind: "quorum", quorumPercent: 50 } as const;
const day = (text: string) => Temporal.PlainDate.from(text);
const decision: DecisionDays = {
  state: "in-force",
  startsOn: day("2027-02-01"),
  reviewOn: day("2027-08-01"),
  endsOn: undefined,
  toldOn: undefined,
};
const due: DecisionDays = { ...decision, state: "review-due", toldOn: day("2027-08-01") };

describe("a review", () => {
  test("keeps what nobody wants otherwise, ends what nobody wants any more, and changes the rest", () => {
    expect(concluded({ keep: 4, change: 0, end: 0 }, rule, 4, false)).toBe("keep");
    expect(concluded({ keep: 0, change: 0, end: 4 }, rule, 4, false)).toBe("end");
    expect(concluded({ keep: 3, change: 1, end: 0 }, rule, 4, false)).toBe("change");
    expect(concluded({ keep: 3, change: 0, end: 1 }, rule, 4, false)).toBe("change");
  });

  test("waits for all until its time is over, and then for as many as silence asks for", () => {
    expect(concluded({ keep: 3, change: 0, end: 0 }, rule, 4, false)).toBeUndefined();
    expect(concluded({ keep: 2, change: 0, end: 0 }, rule, 4, true)).toBe("keep");
    expect(concluded({ keep: 1, change: 0, end: 0 }, rule, 4, true)).toBeUndefined();
    expect(concluded({ keep: 0, change: 0, end: 0 }, rule, 0, false)).toBeUndefined();
  });
});

describe("the days of a decision", () => {
  test("tell of its review two weeks before, on the day, and weekly until it is overdue", () => {
    expect(dueOn(decision, day("2027-07-17"))).toBeUndefined();
    expect(dueOn(decision, day("2027-08-01").subtract({ days: toldBeforeDays }))).toBe("tell-near");
    expect(dueOn({ ...decision, toldOn: day("2027-07-18") }, day("2027-07-25"))).toBeUndefined();
    expect(dueOn(decision, day("2027-08-01"))).toBe("fall-due");
    expect(dueOn(due, day("2027-08-07"))).toBeUndefined();
    expect(dueOn(due, day("2027-08-08"))).toBe("tell-again");
    expect(dueOn(due, day("2027-08-01").add({ days: overdueAfterDays }))).toBe("go-overdue");
  });

  test("let it expire only where a hard end was set", () => {
    const overdue = { ...decision, state: "overdue" } as const;
    expect(dueOn(overdue, day("2030-01-01"))).toBeUndefined();
    expect(dueOn({ ...overdue, endsOn: day("2028-01-01") }, day("2028-01-01"))).toBe("expire");
  });

  test("begin it on its day", () => {
    const adopted = { ...decision, state: "adopted", startsOn: day("2027-03-01") } as const;
    expect(dueOn(adopted, day("2027-02-28"))).toBeUndefined();
    expect(dueOn(adopted, day("2027-03-01"))).toBe("begin");
  });

  test("name the next day that matters", () => {
    expect(nextDueDay(decision, day("2027-02-01"))?.toString()).toBe("2027-07-18");
    expect(nextDueDay(decision, day("2027-07-18"))?.toString()).toBe("2027-08-01");
    expect(nextDueDay(due, day("2027-08-01"))?.toString()).toBe("2027-08-08");
    expect(nextDueDay({ ...decision, state: "ended" }, day("2027-08-01"))).toBeUndefined();
  });
});
