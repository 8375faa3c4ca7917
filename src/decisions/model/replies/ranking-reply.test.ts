import { expect, test } from "vitest";
import { rankingFromReply, rankingInReply } from "./ranking-reply.ts";

const question = { options: ["Bread", "Roses", "Café crème"], settings: null };

test.each([
  ["2 > 1 > 3", [[1], [0], [2]]],
  ["2>1=3", [[1], [0, 2]]],
  ["@polls@koinon.example 2, 1, 3", [[1], [0], [2]]],
  ["3 1", [[2], [0]]],
  ["roses > bread.", [[1], [0]]],
  ["“Cafe Creme” > 1", [[2], [0]]],
  ["#3 > #1", [[2], [0]]],
  ["2", [[1]]],
  ["Roses!", [[1]]],
  ["-", []],
])("%s is a ranking", (text, ranking) => {
  expect(rankingFromReply(text, question)).toEqual({ ok: true, value: ranking });
});

test.each([
  "I think A > B is wrong",
  "When does it close?",
  "",
  "> quoted",
  "@polls@koinon.example thanks",
  "I like roses",
])("%s is no ranking", (text) => {
  expect(rankingFromReply(text, question)).toBeNull();
});

test("what is not understood beside options is refused by its words", () => {
  const refusal = { kind: "ranking-reply-unknown", given: "rusks" };
  expect(rankingFromReply("2 > rusks > 1", question)).toEqual({ ok: false, refusal });
  expect(rankingFromReply("2 > > 1", question)).toMatchObject({ ok: false, refusal: { given: "" } });
});

test("a number beyond the options is left to the rules, which name it", () => {
  expect(rankingFromReply("2 > 7", question)).toEqual({ ok: true, value: [[1], [6]] });
});

test("a number that is also the name of another option is doubtful; # says that the number is meant", () => {
  const numbers = { options: ["2", "1", "Roses"], settings: null };
  expect(rankingFromReply("2 > 3", numbers)).toEqual({
    ok: false,
    refusal: { kind: "ranking-reply-ambiguous", given: "2" },
  });
  expect(rankingFromReply("#2 > 3", numbers)).toEqual({ ok: true, value: [[1], [2]] });
  expect(rankingInReply([[1], [2]], numbers.options)).toBe("#2 > #3");
});

test("two options of one name are doubtful by name", () => {
  const twins = { options: ["Rosés", "roses"], settings: null };
  expect(rankingFromReply("roses", twins)).toMatchObject({ refusal: { kind: "ranking-reply-ambiguous" } });
});
