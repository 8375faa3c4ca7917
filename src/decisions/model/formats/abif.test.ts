import fc from "fast-check";
import { expect, test } from "vitest";
import { ballotFiles } from "../../../../testing/ballots/files.ts";
import { readAbif, writeAbif } from "./abif.ts";
import type { BallotFile, Read } from "./ballot-file.ts";

function taken(read: Read<BallotFile>): BallotFile {
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

test("ranked, scored and approving lines are read, and lines alike are gathered", () => {
  const file = taken(readAbif("27: A>B=C\n5: A/5,B/2\n4: A=C\n3:A,C\n3: A > B = C\n"));
  expect(file.options).toEqual(["A", "B", "C"]);
  expect(file.ballots).toEqual([
    { ballot: { ranking: [[0], [1, 2]] }, count: 30 },
    { ballot: { ranking: [[0], [1]], scores: [5, 2, null] }, count: 5 },
    { ballot: { ranking: [[0, 2]] }, count: 7 },
  ]);
});

test("long names, title, seats, comments and other keys are read or passed over", () => {
  const text = `# a count of snacks
{title: "Snacks, for all"}
{"max_seats": 2}
{"version": "0.1", "filename": "x.abif"}
=c1:[Figs # dried]
=c2 : "Nuts"
2*c2>c1 # two of them
1: [c1]/3 > c2/1 {"place": "x"}
`;
  const file = taken(readAbif(text));
  expect(file).toMatchObject({ title: "Snacks, for all", seats: 2, options: ["Figs # dried", "Nuts"] });
  expect(file.ballots).toEqual([
    { ballot: { ranking: [[1], [0]] }, count: 2 },
    { ballot: { ranking: [[0], [1]], scores: [3, 1] }, count: 1 },
  ]);
});

test("names in brackets may hold spaces, signs and any letter", () => {
  expect(taken(readAbif("1:[Señor Año]>[蘇 業]=[x > y]")).options).toEqual(["Señor Año", "蘇 業", "x > y"]);
});

test.each([
  ["nothing", "# nothing\n", { line: 1, problem: "no-options" }],
  ["a line without a count", "A>B\n", { line: 1, problem: "not-a-number" }],
  ["an option twice", "1: A\n1: A>B>A\n", { line: 2, problem: "repeated-option", given: "A" }],
  ["a sign at the end", "1: A>\n", { line: 1, problem: "not-understood" }],
  ["two names without a sign between", "1: A B\n", { line: 1, problem: "not-understood" }],
  ["scores against the order", "1: A/1>B/5\n", { line: 1, problem: "not-understood" }],
  ["a short name twice", "=a:[Figs]\n=a:[Nuts]\n", { line: 2, problem: "name-repeated" }],
  ["a name without its short one", "=[Figs]\n", { line: 1, problem: "not-understood" }],
])("%s is refused with its line", (_, text, expected) => {
  expect(readAbif(text)).toMatchObject({ ok: false, refusal: expected });
});

test("what is written is read back, but for what the format has no place for", () => {
  fc.assert(
    fc.property(ballotFiles(), (file) => {
      expect(taken(readAbif(writeAbif(file)))).toEqual({ ...file, withdrawn: [], tieOrder: [] });
    }),
  );
});

test("scores are written where every ballot has them", () => {
  const file = taken(readAbif("5: A/5,B/2\n1: B/4\n"));
  expect(taken(readAbif(writeAbif(file)))).toEqual(file);
});
