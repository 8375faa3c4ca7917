import { expect, test } from "vitest";
import { joinedHistory } from "./joined-stances.ts";

const said = (what: string, hour: number, stands: boolean) => ({
  what,
  givenAt: Temporal.Instant.from("2027-02-01T00:00:00Z").add({ hours: hour }),
  stands,
});

test("of what one person said under two names the later stands, and all else is what they said before", () => {
  const history = joinedHistory(
    [said("agree", 9, false), said("abstain", 12, true)],
    [said("block", 10, false), said("disagree", 14, true)],
  );
  expect(history.stands?.what).toBe("disagree");
  expect(history.earlier.map(({ what }) => what)).toEqual(["agree", "block", "abstain"]);
});

test("an answer that was changed since does not stand again, however late it was given", () => {
  const history = joinedHistory([said("agree", 9, true)], [said("block", 14, false)]);
  expect(history.stands?.what).toBe("agree");
  expect(history.earlier.map(({ what }) => what)).toEqual(["block"]);
});

test("of two answers given at one instant that of the person who stays stands", () => {
  expect(joinedHistory([said("agree", 9, true)], [said("block", 9, true)]).stands?.what).toBe("agree");
});
