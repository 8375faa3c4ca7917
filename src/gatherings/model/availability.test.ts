import fc from "fast-check";
import { expect, test } from "vitest";
import { applyAnswer, countAnswers, hasAnswered, mergeAnswers } from "./availability.ts";
import type { Availability, AvailabilityAnswer, GridAnswer, NativeVote } from "./availability.ts";
import type { NativePollId, PersonId, SlotId } from "./gathering.ts";

const slots = ["mon", "tue", "wed", "thu"].map((name) => name as SlotId);
const listed = slots.slice(0, 3);

function grid(availability: Readonly<Record<string, Availability>>, note: string | null = null): GridAnswer {
  const bySlot = new Map(Object.entries(availability) as [SlotId, Availability][]);
  return { kind: "grid", person: "ada" as PersonId, availability: bySlot, note };
}

function vote(chosen: string, poll = "first poll", person = "ada"): NativeVote {
  return {
    kind: "native-vote",
    person: person as PersonId,
    poll: poll as NativePollId,
    listed,
    chosen: chosen as SlotId | "none",
  };
}

function afterAll(...answers: readonly AvailabilityAnswer[]) {
  const ada = mergeAnswers(answers).get("ada" as PersonId);
  return Object.fromEntries(ada?.availability ?? []);
}

test("the last grid holds, with its note and its gaps", () => {
  const answers = [grid({ mon: "yes", tue: "no" }, "I leave early"), grid({ tue: "if-need-be" })];
  expect(afterAll(...answers)).toEqual({ tue: "if-need-be" });
  expect(mergeAnswers(answers).get("ada" as PersonId)?.note).toBe(null);
});

test("a native ballot says yes to what was ticked and no to what was listed beside it", () => {
  expect(afterAll(vote("mon"), vote("wed"))).toEqual({ mon: "yes", tue: "no", wed: "yes" });
});

test("a native ballot after a grid replaces only the slots it listed", () => {
  const earlier = grid({ mon: "if-need-be", tue: "yes", thu: "yes" }, "evenings are hard");
  expect(afterAll(earlier, vote("mon"))).toEqual({ mon: "yes", tue: "no", wed: "no", thu: "yes" });
  expect(mergeAnswers([earlier, vote("mon")]).get("ada" as PersonId)?.note).toBe("evenings are hard");
});

test("a grid after a native ballot wins", () => {
  expect(afterAll(vote("mon"), vote("tue"), grid({ mon: "no" }))).toEqual({ mon: "no" });
});

test("a second option of a ballot that arrives after a grid adds its yes and takes nothing else back", () => {
  expect(afterAll(vote("mon"), grid({ mon: "no", wed: "yes" }), vote("tue"))).toEqual({
    mon: "no",
    tue: "yes",
    wed: "yes",
  });
});

test("a vote delivered twice does not override a later grid", () => {
  expect(afterAll(vote("mon"), grid({ mon: "no" }), vote("mon"))).toEqual({ mon: "no" });
});

test("none of these says no to everything listed, unless something was ticked too", () => {
  expect(afterAll(vote("none"))).toEqual({ mon: "no", tue: "no", wed: "no" });
  expect(afterAll(vote("none"), vote("tue"))).toEqual({ mon: "no", tue: "yes", wed: "no" });
  expect(afterAll(vote("tue"), vote("none"))).toEqual({ mon: "no", tue: "yes", wed: "no" });
});

test("a new native poll is a new word on its slots", () => {
  expect(afterAll(vote("mon"), vote("tue", "second poll"))).toEqual({ mon: "no", tue: "yes", wed: "no" });
});

test("an empty grid is no answer", () => {
  const merged = mergeAnswers([grid({})]);
  expect(hasAnswered(merged.get("ada" as PersonId))).toBe(false);
  expect(hasAnswered(undefined)).toBe(false);
  expect(hasAnswered(applyAnswer(undefined, vote("none")))).toBe(true);
});

test("the heat map counts each slot over all who answered", () => {
  const people = [
    ...mergeAnswers([grid({ mon: "yes", tue: "if-need-be" }), vote("tue", "first poll", "ben")]).values(),
  ];
  expect(countAnswers(slots, people)).toEqual([
    { slot: "mon", yes: 1, ifNeedBe: 0, no: 1, unanswered: 0 },
    { slot: "tue", yes: 1, ifNeedBe: 1, no: 0, unanswered: 0 },
    { slot: "wed", yes: 0, ifNeedBe: 0, no: 1, unanswered: 1 },
    { slot: "thu", yes: 0, ifNeedBe: 0, no: 0, unanswered: 2 },
  ]);
});

const anyGrid = fc
  .dictionary(fc.constantFrom("mon", "tue", "wed", "thu"), fc.constantFrom<Availability>("yes", "if-need-be", "no"))
  .map((availability) => grid(availability));
const anyVote = fc.constantFrom("mon", "tue", "wed", "none").map((chosen) => vote(chosen));
const anyAnswers = fc.array(fc.oneof(anyGrid, anyVote), { maxLength: 10 });

test("the votes of one ballot may arrive in any order", () => {
  const shuffledVotes = fc
    .subarray(["mon", "tue", "wed", "none"], { minLength: 1 })
    .chain((chosen) => fc.tuple(fc.constant(chosen), fc.shuffledSubarray(chosen, { minLength: chosen.length })));
  fc.assert(
    fc.property(anyGrid, shuffledVotes, (earlier, [chosen, shuffled]) => {
      const inOrder = afterAll(earlier, ...chosen.map((one) => vote(one)));
      expect(afterAll(earlier, ...shuffled.map((one) => vote(one)))).toEqual(inOrder);
    }),
  );
});

test("whatever was said before, the last grid is what holds", () => {
  fc.assert(
    fc.property(anyAnswers, anyGrid, (answers, last) => {
      expect(afterAll(...answers, last)).toEqual(Object.fromEntries(last.availability));
    }),
  );
});

test("every answer delivered twice gives what it gives once, and a vote may come back at any time", () => {
  fc.assert(
    fc.property(anyAnswers, fc.nat(), (answers, pick) => {
      expect(afterAll(...answers.flatMap((answer) => [answer, answer]))).toEqual(afterAll(...answers));
      const votes = answers.filter((answer) => answer.kind === "native-vote");
      const again = votes[pick % Math.max(1, votes.length)];
      if (again !== undefined) expect(afterAll(...answers, again)).toEqual(afterAll(...answers));
    }),
  );
});
