import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Conclusion, Said } from "../method.ts";
import golden from "./golden/social-coop-2017.json" with { type: "json" };
import { stanceRules, type StanceSettings } from "./rules.ts";

const names = ["Agree", "Abstain", "Disagree", "Block"];

/** The bylaws of social.coop of 2017: three quarters, and no block unless nineteen in twenty agree. */
const bylaws = settingsOf(golden.settings);

function settingsOf(raw: Readonly<Record<string, string>>): StanceSettings {
  const read = stanceRules.readSettings(raw, names);
  if (!read.ok) throw new Error(`these settings are refused: ${read.refusal.kind}`);
  return read.value;
}

function concluded(settings: StanceSettings, counts: readonly number[], eligible = 1_000): Conclusion {
  const question = { options: names, settings };
  const ballots = counts.flatMap((count, choice) => (count > 0 ? [{ ballot: { choice }, count }] : []));
  const tally = stanceRules.count(question, ballots, "");
  return stanceRules.conclude(tally, question, { eligible, answered: tally.ballots });
}

function verdict(settings: StanceSettings, ...counts: readonly number[]): string {
  return concluded(settings, counts).verdict;
}

function said(conclusion: Conclusion, end: string): Said | undefined {
  return conclusion.why.find(({ key }) => key.endsWith(end));
}

describe("the bylaws of social.coop of 2017", () => {
  test("decide the vote on those bylaws as the members stated it", () => {
    expect(concluded(bylaws, [6, 0, 0, 0], golden.eligible).verdict).toBe(golden.verdict);
  });

  test("ask for at least three quarters of those voting, and three quarters are enough", () => {
    expect(verdict(bylaws, 15, 0, 5, 0)).toBe("carried");
    expect(verdict(bylaws, 14, 0, 5, 0)).toBe("not-carried");
    expect(verdict(bylaws, 74, 0, 26, 0)).toBe("not-carried");
    expect(verdict(bylaws, 75, 0, 25, 0)).toBe("carried");
  });

  test("let a block stand unless nineteen in twenty agree, and nineteen in twenty are enough", () => {
    expect(verdict(bylaws, 19, 0, 0, 1)).toBe("carried");
    expect(verdict(bylaws, 18, 0, 0, 1)).toBe("not-carried");
    expect(verdict(bylaws, 94, 0, 5, 1)).toBe("not-carried");
    expect(verdict(bylaws, 95, 0, 4, 1)).toBe("carried");
  });

  test("count those who abstain among those voting", () => {
    expect(verdict(bylaws, 15, 5, 0, 0)).toBe("carried");
    expect(verdict(bylaws, 14, 6, 0, 0)).toBe("not-carried");
  });

  test("say how many more people would have been needed", () => {
    const short = concluded(bylaws, [14, 0, 6, 0]);
    expect(said(short, "of-answers.at-least")?.values).toMatchObject({ agree: 14, whole: 20, least: 15 });
    expect(said(short, "more-needed")?.values).toEqual({ more: 4 });
    const blocked = concluded(bylaws, [18, 0, 0, 1]);
    expect(said(blocked, "blocks-stand")?.values).toMatchObject({ blocks: 1, least: 19 });
    expect(said(blocked, "more-needed")?.values).toEqual({ more: 1 });
  });
});

describe("the share required", () => {
  test("of those who took a side leaves out those who abstain", () => {
    expect(verdict(settingsOf({ base: "took-a-side" }), 3, 40, 2, 0)).toBe("carried");
    expect(verdict(settingsOf({ base: "answered" }), 3, 40, 2, 0)).toBe("not-carried");
  });

  test("of those eligible counts those who did not answer, and names how many of them were lacking", () => {
    const settings = settingsOf({ base: "eligible" });
    expect(concluded(settings, [11, 0, 0, 0], 21).verdict).toBe("carried");
    const short = concluded(settings, [9, 0, 0, 0], 21);
    expect(short.verdict).toBe("not-carried");
    expect(said(short, "more-needed")?.values).toEqual({ more: 2 });
  });

  test("more than a half is not met by a half", () => {
    expect(verdict(settingsOf({ share: "50 %", reach: "more-than" }), 5, 0, 5, 0)).toBe("not-carried");
    expect(verdict(settingsOf({ share: "50 %", reach: "at-least" }), 5, 0, 5, 0)).toBe("carried");
  });

  test("two thirds are exact", () => {
    const settings = settingsOf({ share: "2/3", reach: "at-least" });
    expect(verdict(settings, 666_666, 0, 333_333, 0)).toBe("carried");
    expect(verdict(settings, 666_665, 0, 333_333, 0)).toBe("not-carried");
  });

  test("of everybody is met by no number of others once one disagrees", () => {
    const alone = concluded(settingsOf({ share: "100 %", reach: "at-least" }), [9, 0, 1, 0]);
    expect(said(alone, "all-needed")).toBeDefined();
  });
});

describe("a block", () => {
  test("counts as a disagreement where it does nothing more", () => {
    expect(verdict(settingsOf({ blocks: "none" }), 3, 0, 0, 2)).toBe("carried");
    expect(verdict(settingsOf({ blocks: "none" }), 2, 0, 0, 3)).toBe("not-carried");
  });

  test("stops the proposal however many agree, where the rule says so", () => {
    expect(verdict(settingsOf({ blocks: "stops" }), 999, 0, 0, 1)).toBe("not-carried");
  });
});

test("when all abstain nothing is carried, and when nobody answers that is said", () => {
  expect(verdict(settingsOf({}), 0, 7, 0, 0)).toBe("not-carried");
  expect(verdict(settingsOf({}), 0, 0, 0, 0)).toBe("no-answers");
});

test("one more who agrees never turns a proposal that is carried into one that is not", () => {
  const rules = fc.record({
    share: fc.integer({ min: 0, max: 99 }).map((percent) => `${percent} %`),
    reach: fc.constantFrom("at-least", "more-than"),
    base: fc.constantFrom("took-a-side", "answered", "eligible"),
    blocks: fc.constantFrom("none", "stops", "stops-unless"),
    blockShare: fc.constant("99 %"),
  });
  const counts = fc.tuple(fc.nat(40), fc.nat(9), fc.nat(9), fc.nat(2));
  fc.assert(
    fc.property(rules, counts, (raw, [agree, abstain, disagree, block]) => {
      const settings = settingsOf(raw);
      fc.pre(verdict(settings, agree, abstain, disagree, block) === "carried");
      expect(verdict(settings, agree + 1, abstain, disagree, block)).toBe("carried");
    }),
  );
});

test.each([
  [{ share: "most of us" }, "share-unreadable"],
  [{ share: "120 %" }, "share-unreadable"],
  [{ share: "100 %", reach: "more-than" }, "more-than-all"],
  [{ share: "75 %", blocks: "stops-unless", blockShare: "60 %" }, "block-share-below-share"],
  [{ blocks: "stops-unless" }, "share-unreadable"],
  [{ base: "everyone" }, "settings-unreadable"],
])("settings that contradict themselves are refused: %j", (raw, kind) => {
  expect(stanceRules.readSettings(raw, names)).toMatchObject({ ok: false, refusal: { kind } });
});

test("a ballot that is none of the four stances is refused", () => {
  const question = { options: names, settings: stanceRules.defaults };
  expect(stanceRules.readBallot({ choice: "3" }, question)).toEqual({ ok: true, value: { choice: 3 } });
  for (const raw of [null, 2, {}, { choice: 4 }, { choice: -1 }, { choice: 1.5 }, { choice: "agree" }])
    expect(stanceRules.readBallot(raw, question)).toMatchObject({ ok: false, refusal: { kind: "ballot-unreadable" } });
});
