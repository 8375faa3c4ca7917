import fc from "fast-check";
import { expect, test } from "vitest";
import { ballotFiles } from "../../../../testing/ballots/files.ts";
import type { BallotFile, Read } from "./ballot-file.ts";
import { readPrefLib, writePrefLib } from "./preflib.ts";

function taken(read: Read<BallotFile>): BallotFile {
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

const head = "# TITLE: Snacks\n# NUMBER ALTERNATIVES: 4\n";
const fromOne = `${head}# ALTERNATIVE NAME 1: Figs\n# ALTERNATIVE NAME 2: Nuts\n# ALTERNATIVE NAME 3: Plums\n# ALTERNATIVE NAME 4: Rusks\n`;

test("header, strict and tied rankings, complete or not, are read", () => {
  const file = taken(readPrefLib(`${fromOne}3: 2, 1, 3, 4\n2: 2,{1,4}\n1: {1, 3}, 2\n4:\n`));
  expect(file).toMatchObject({ title: "Snacks", seats: null, options: ["Figs", "Nuts", "Plums", "Rusks"] });
  expect(file.ballots.map(({ ballot, count }) => [count, ballot.ranking])).toEqual([
    [3, [[1], [0], [2], [3]]],
    [2, [[1], [0, 3]]],
    [1, [[0, 2], [1]]],
    [4, []],
  ]);
});

test("options numbered from 0, and line ends of any kind, are read", () => {
  const text = "\uFEFF# ALTERNATIVE NAME 0: Figs\r\n# ALTERNATIVE NAME 1: Nuts\r\n\r\n5: 1, 0\r\n";
  expect(taken(readPrefLib(text)).ballots).toEqual([{ ballot: { ranking: [[1], [0]] }, count: 5 }]);
});

test.each([
  ["no names", "# TITLE: x\n", { line: 1, problem: "no-options" }],
  ["a number that no option has", `${fromOne}1: 2, 9\n`, { line: 7, problem: "unknown-option", given: "9" }],
  ["an option twice", `${fromOne}1: 2, {1, 2}\n`, { line: 7, problem: "repeated-option", given: "2" }],
  ["a line without a count", `${fromOne}2, 1\n`, { line: 7, problem: "not-a-number" }],
  [
    "a name twice",
    "# ALTERNATIVE NAME 1: Figs\n# ALTERNATIVE NAME 2: Figs\n",
    { line: 2, problem: "name-repeated", given: "Figs" },
  ],
  ["an open brace", `${fromOne}1: {2, 1\n`, { line: 7, problem: "unknown-option", given: "{2" }],
])("%s is refused with its line", (_, text, expected) => {
  expect(readPrefLib(text)).toMatchObject({ ok: false, refusal: expected });
});

test("the kind of file follows from the ballots", () => {
  const kind = (lines: string) => writePrefLib(taken(readPrefLib(`${fromOne}${lines}`))).kind;
  expect(kind("1: 1,2,3,4\n")).toBe("soc");
  expect(kind("1: 1,2\n")).toBe("soi");
  expect(kind("1: {1,2},3,4\n")).toBe("toc");
  expect(kind("1: {1,2},3\n")).toBe("toi");
});

test("what is written is read back, but for what the format has no place for", () => {
  fc.assert(
    fc.property(ballotFiles(), (file) => {
      const kept = { ...file, seats: null, withdrawn: [], tieOrder: [] };
      expect(taken(readPrefLib(writePrefLib(file).text))).toEqual(kept);
    }),
  );
});
