import { expect, test } from "vitest";
import { z } from "zod";
import { parseInput } from "./input.ts";

const form = z.object({
  title: z.string().trim().min(1).max(20),
  reason: z.string().min(5).optional(),
  people: z.coerce.number().int().min(1).max(4),
  address: z.email(),
  zone: z.string().refine((zone) => zone === "Europe/Rome", "unknown-zone"),
  slots: z.array(z.object({ start: z.string() })).min(1),
});
const filledIn = {
  title: "Let us gather",
  people: "2",
  address: "ana@social.example",
  zone: "Europe/Rome",
  slots: [{ start: "10:00" }],
};

function problemsOf(changes: Record<string, unknown>) {
  const parsed = parseInput(form, { ...filledIn, ...changes });
  return parsed.ok ? [] : parsed.refusal.problems;
}

test("a form that is filled in becomes typed values", () => {
  expect(parseInput(form, { ...filledIn, title: " Let us gather " })).toEqual({
    ok: true,
    value: { ...filledIn, people: 2 },
  });
});

test("each problem names its field and what is wrong, with the bound that was broken", () => {
  expect(problemsOf({ title: " " })).toEqual([{ field: "title", problem: "required", values: {} }]);
  expect(problemsOf({ title: undefined })).toEqual([{ field: "title", problem: "required", values: {} }]);
  expect(problemsOf({ title: "x".repeat(21) })).toEqual([
    { field: "title", problem: "too-long", values: { most: 20 } },
  ]);
  expect(problemsOf({ reason: "no" })).toEqual([{ field: "reason", problem: "too-short", values: { least: 5 } }]);
  expect(problemsOf({ people: "0" })).toEqual([{ field: "people", problem: "too-small", values: { least: 1 } }]);
  expect(problemsOf({ people: "5" })).toEqual([{ field: "people", problem: "too-large", values: { most: 4 } }]);
  expect(problemsOf({ people: undefined })).toEqual([{ field: "people", problem: "required", values: {} }]);
  expect(problemsOf({ people: "two" })).toEqual([{ field: "people", problem: "not-understood", values: {} }]);
  expect(problemsOf({ address: "ana" })).toEqual([{ field: "address", problem: "not-an-address", values: {} }]);
  expect(problemsOf({ zone: "Mars" })).toEqual([{ field: "zone", problem: "unknown-zone", values: {} }]);
  expect(problemsOf({ slots: [] })).toEqual([{ field: "slots", problem: "too-small", values: { least: 1 } }]);
  expect(problemsOf({ slots: [{ start: 7 }] })).toEqual([
    { field: "slots.0.start", problem: "not-understood", values: {} },
  ]);
});

test("all problems of a form are told at once", () => {
  expect(problemsOf({ title: "", address: "" }).map((problem) => problem.field)).toEqual(["title", "address"]);
});

test("what no engine can keep is taken out of texts, wherever they stand", () => {
  const anything = z.object({ text: z.string(), list: z.array(z.record(z.string(), z.string())) });
  expect(parseInput(anything, { text: "a\u0000b \ud83d c", list: [{ note: "\u0000" }] })).toEqual({
    ok: true,
    value: { text: "ab \ufffd c", list: [{ note: "" }] },
  });
});

test("a field named like a part of every object is a field like any other", () => {
  const hostile = JSON.parse(
    '{ "__proto__": { "isOperator": true }, "constructor": { "prototype": { "isOperator": true } } }',
  ) as unknown;
  const parsed = parseInput(z.object({ isOperator: z.boolean().optional() }), hostile);
  expect(parsed).toEqual({ ok: true, value: {} });
  expect(Object.prototype).not.toHaveProperty("isOperator");
});
