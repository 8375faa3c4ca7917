import fc from "fast-check";
import { expect, test } from "vitest";
import { readKoinonExport, writeKoinonExport, type KoinonExport } from "./koinon-export.ts";

const exported: KoinonExport = {
  title: "Snacks",
  method: "schulze",
  version: 1,
  options: ["Figs", "Nuts"],
  settings: { seats: 1 },
  seed: "2026-06-01",
  ballots: [
    { ballot: [[0], [1]], count: 3 },
    { ballot: [[1]], count: 2 },
  ],
};

test("what is written is read back", () => {
  expect(readKoinonExport(writeKoinonExport(exported))).toEqual({ ok: true, value: exported });
});

test("equal ballots are together, and the order in which they came cannot be told", () => {
  const entry = fc.record({
    ballot: fc.constantFrom([[0]], [[1]], [[0], [1]], []),
    count: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 6 }), (ballots) => {
      const single = ballots.flatMap(({ ballot, count }) =>
        Array.from({ length: count }, () => ({ ballot, count: 1 })),
      );
      const written = writeKoinonExport({ ...exported, ballots });
      expect(writeKoinonExport({ ...exported, ballots: single.toReversed() })).toBe(written);
    }),
  );
});

const lines = writeKoinonExport(exported).split("\n");
const changed = (from: string, to: string) => lines.map((line) => line.replace(from, to)).join("\n");

test.each([
  ["a comma that is missing", changed('"schulze",', '"schulze"'), { line: 6, problem: "not-json" }],
  ["other JSON", "[]", { line: 1, problem: "not-an-export" }],
  ["a format of the future", changed('"format": 1', '"format": 2'), { line: 2, problem: "not-an-export" }],
  ["a count of none", changed('"count": 2', '"count": 0'), { problem: "not-a-number", given: "0" }],
  ["half a ballot", changed('"count": 2', '"count": 1.5'), { problem: "not-a-number", given: "1.5" }],
  ["a name that is none", changed('"Nuts"', "7"), { problem: "not-an-export" }],
])("%s is refused with its line", (_, text, expected) => {
  expect(readKoinonExport(text)).toMatchObject({ ok: false, refusal: expected });
});

test("a ballot that is refused is named by its line", () => {
  const text = changed('"count": 2', '"count": 0');
  const line = text.split("\n").findIndex((content) => content.includes('"count": 0')) + 1;
  expect(readKoinonExport(text)).toMatchObject({ ok: false, refusal: { line } });
});
