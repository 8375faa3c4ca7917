import { expect, test } from "vitest";
import { chosenLabels, isPollOpen, offersTheSame, type ElsewherePoll } from "./poll.ts";

const options = ["Yes", "No", "Maybe"].map((label) => ({ label, votes: 0 }));
const poll: ElsewherePoll = { choice: "one", options, voters: 0, endsAt: "2027-02-08T10:00:00Z", isClosed: false };

test("a poll is open until its end, unless it is closed before; without an end it stays open", () => {
  const before = Temporal.Instant.from("2027-02-08T09:59:59Z");
  const end = Temporal.Instant.from("2027-02-08T10:00:00Z");
  expect(isPollOpen(poll, before)).toBe(true);
  expect(isPollOpen(poll, end)).toBe(false);
  expect(isPollOpen({ ...poll, isClosed: true }, before)).toBe(false);
  expect(isPollOpen({ ...poll, endsAt: null }, end)).toBe(true);
});

test("a vote names the labels of the options ticked, each once", () => {
  expect(chosenLabels(poll, [1])).toEqual({ ok: true, value: ["No"] });
  expect(chosenLabels({ ...poll, choice: "several" }, [2, 0, 2])).toEqual({ ok: true, value: ["Maybe", "Yes"] });
});

test("no option, one too many, and one that is not offered are no answers", () => {
  const refusal = { kind: "choose-an-answer", field: "options" };
  for (const places of [[], [0, 1], [3]]) expect(chosenLabels(poll, places)).toEqual({ ok: false, refusal });
  expect(chosenLabels({ ...poll, choice: "several" }, [0, 7]).ok).toBe(false);
});

test("counts and the end do not change what is offered; other words, another order and another choice do", () => {
  const counted = { ...poll, isClosed: true, options: options.map((option) => ({ ...option, votes: 9 })) };
  expect(offersTheSame(poll, counted)).toBe(true);
  expect(offersTheSame(poll, { ...poll, options: options.toReversed() })).toBe(false);
  expect(offersTheSame(poll, { ...poll, choice: "several" })).toBe(false);
  expect(offersTheSame(poll, null)).toBe(false);
});
