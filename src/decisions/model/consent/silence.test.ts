import { describe, expect, test } from "vitest";
import { judged } from "./objections.ts";
import { answersNeeded, isHeard } from "./silence.ts";

const needsAll = { kind: "needs-all", quorumPercent: 0 } as const;
const half = { kind: "quorum", quorumPercent: 50 } as const;
const notPresent = { kind: "not-present", quorumPercent: 0 } as const;

describe("silence", () => {
  test.each([
    [needsAll, 7, 7],
    [half, 5, 3],
    [half, 4, 2],
    [half, 1, 1],
    [{ kind: "quorum", quorumPercent: 67 } as const, 3, 3],
    [{ kind: "quorum", quorumPercent: 1 } as const, 10, 1],
    [notPresent, 100, 2],
    [notPresent, 1, 1],
    [needsAll, 0, 1],
  ])("under %o of %i needs %i answers, and one fewer is not enough", (rule, eligible, needed) => {
    expect(answersNeeded(rule, eligible)).toBe(needed);
    expect(isHeard(rule, needed, eligible)).toBe(true);
    expect(isHeard(rule, needed - 1, eligible)).toBe(false);
  });
});

describe("the test of an objection", () => {
  test("is passed as soon as one member sees one", () => {
    expect(judged({ stands: 1, concern: 5, concernByOthers: 5 }, half, 8)).toBe("qualified");
  });

  test("is failed by the circle alone: as many as silence asks for, two at least, and not only those who lead", () => {
    expect(judged({ stands: 0, concern: 2, concernByOthers: 1 }, notPresent, 5)).toBe("concern");
    expect(judged({ stands: 0, concern: 2, concernByOthers: 0 }, notPresent, 5)).toBeUndefined();
    expect(judged({ stands: 0, concern: 1, concernByOthers: 1 }, notPresent, 5)).toBeUndefined();
    expect(judged({ stands: 0, concern: 3, concernByOthers: 2 }, half, 8)).toBeUndefined();
    expect(judged({ stands: 0, concern: 4, concernByOthers: 2 }, half, 8)).toBe("concern");
    expect(judged({ stands: 0, concern: 6, concernByOthers: 6 }, needsAll, 8)).toBeUndefined();
    expect(judged({ stands: 0, concern: 7, concernByOthers: 6 }, needsAll, 8)).toBe("concern");
  });

  test("cannot be failed where nobody but the objector and the author is asked", () => {
    expect(judged({ stands: 0, concern: 1, concernByOthers: 0 }, notPresent, 2)).toBeUndefined();
  });
});
