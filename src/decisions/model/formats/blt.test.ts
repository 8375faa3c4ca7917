import fc from "fast-check";
import { expect, test } from "vitest";
import { ballotFiles } from "../../../../testing/ballots/files.ts";
import type { BallotFile, Read } from "./ballot-file.ts";
import { withoutWithdrawn } from "./withdrawn.ts";
import { readBlt, writeBlt } from "./blt.ts";

function taken(text: string): BallotFile {
  const read = readBlt(text);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

function refusal(read: Read<unknown>) {
  return read.ok ? null : { line: read.refusal.line, problem: read.refusal.problem, given: read.refusal.given };
}

function rankings(text: string) {
  return taken(text).ballots.map(({ ballot, count }) => [count, ballot.ranking]);
}

const names = '"Ada"\n"Bea"\n"Cem"\n"Dot"\n"A title"\n';

test("seats, names, title and ballots are read; ballots alike are gathered", () => {
  expect(taken(`4 2\n3 1 3 4 0\n1 2 0\n2 1 3 4 0\n0\n${names}`)).toEqual({
    title: "A title",
    seats: 2,
    options: ["Ada", "Bea", "Cem", "Dot"],
    withdrawn: [],
    tieOrder: [],
    ballots: [
      { ballot: { ranking: [[0], [2], [3]] }, count: 5 },
      { ballot: { ranking: [[1]] }, count: 1 },
    ],
  });
});

test("a line end is white space like any other", () => {
  const wrapped = '4\n2 3 1\n3 4 0 1 2 0\r\n0 "Ada" "Bea" "Cem"\n"Dot" "A title"';
  expect(taken(wrapped)).toEqual(taken(`4 2\n3 1 3 4 0\n1 2 0\n0\n${names}`));
});

test("comments to the end of a line and between signs are passed over, but not inside names", () => {
  const text = `4 2 # four for two\n/* the\nballots */ 3 1 /* then */ 3 4 0\n1 2 0 # one\n0\n"Ada #1"\n"Bea /* B */"\n"Cem"\n"Dot"\n"T"`;
  expect(taken(text).options).toEqual(["Ada #1", "Bea /* B */", "Cem", "Dot"]);
  expect(rankings(text)).toEqual([
    [3, [[0], [2], [3]]],
    [1, [[1]]],
  ]);
});

test("equal ranks are joined by = or stand in parentheses", () => {
  expect(rankings(`4 1\n1 2=3 1 0\n1 (2 3) 1 0\n1 4 = 1 2 0\n0\n${names}`)).toEqual([
    [2, [[1, 2], [0]]],
    [1, [[3, 0], [1]]],
  ]);
});

test("a ballot with an id counts once, and a skipped rank is passed over", () => {
  expect(rankings(`4 1\n(b-17) 2 - 1 0\n(18) - 3 0\n0\n${names}`)).toEqual([
    [1, [[1], [0]]],
    [1, [[2]]],
  ]);
});

test("short names, an order for ties and the withdrawn are read from brackets, the withdrawn also from minus signs", () => {
  const text = `4 2\n[nick a b c d] [tie d c b a]\n[withdrawn c] [droop rule=meek precision=8]\n5 a b 0\n1 c=d 0\n0\n${names}`;
  expect(taken(text)).toMatchObject({ withdrawn: [2], tieOrder: [3, 2, 1, 0] });
  expect(rankings(text)).toEqual([
    [5, [[0], [1]]],
    [1, [[2, 3]]],
  ]);
  expect(taken(`4 2\n-2 -4\n1 2 1 0\n0\n${names}`).withdrawn).toEqual([1, 3]);
});

test("who withdrew is left out of names, ballots and the order for ties", () => {
  const file = withoutWithdrawn(taken(`4 2\n[tie 4 3 2 1]\n-2\n3 1 2 3 0\n2 1 3 0\n1 2 0\n0\n${names}`));
  expect(file).toMatchObject({ options: ["Ada", "Cem", "Dot"], withdrawn: [], tieOrder: [2, 1, 0] });
  expect(file.ballots.map(({ ballot, count }) => [count, ballot.ranking])).toEqual([
    [5, [[0], [1]]],
    [1, []],
  ]);
});

test("a byte order mark and names beyond ASCII are read", () => {
  expect(taken('\uFEFF2 1\n1 1 0\n0\n"Håkon"\n"Ζωή"\n"Título"').options).toEqual(["Håkon", "Ζωή"]);
});

test("names come bare, with commas, with a party in brackets, as a second text or in doubled marks", () => {
  const text = `4 1\n1 1 0\n0\nAda  O'Neil (Lab)\n"Bea" "Green, and Local"\n"Cem ""Independent"""\nDot\nWard 11 - Here, and There`;
  expect(taken(text)).toMatchObject({
    options: ["Ada O'Neil (Lab)", "Bea Green, and Local", 'Cem "Independent"', "Dot"],
    title: "Ward 11 - Here, and There",
  });
});

test("a missing title is no title, and what comes after it is left out", () => {
  expect(taken('2 1\n1 1 0\n0\n"Ada"\n"Bea"').title).toBe("");
  expect(taken('2 1\n1 1 0\n0\n"Ada"\n"Bea"\n"T"\n"a source"\n"a comment"\nand more').title).toBe("T");
});

test.each([
  ["an empty file", "", { line: 1, problem: "ends-early", given: "" }],
  ["no number of seats", "4 x", { line: 1, problem: "not-a-number", given: "x" }],
  ["no options", "0 1\n0\n", { line: 1, problem: "no-options", given: "" }],
  ["an option beyond the last", `4 1\n1 1 0\n1 5 0\n0\n${names}`, { line: 3, problem: "unknown-option", given: "5" }],
  ["an option twice", `4 1\n1 2 1 2 0\n0\n${names}`, { line: 2, problem: "repeated-option", given: "2" }],
  ["ballots without an end", "4 1\n1 1 0\n", { line: 2, problem: "ends-early", given: "" }],
  ["a ballot without an end", `4 1\n1 1\n0\n0\n"Ada"\n"Bea"`, { line: 6, problem: "names-missing", given: "2" }],
  ["a count of none", `4 1\n0.5 1 0\n0\n${names}`, { line: 2, problem: "not-a-number", given: "0.5" }],
  [
    "too large a count",
    `4 1\n9999999999 1 0\n0\n${names}`,
    { line: 2, problem: "count-too-large", given: "9999999999" },
  ],
  [
    "too large counts together",
    `4 1\n999999999 1 0\n2 2 0\n0\n${names}`,
    { line: 3, problem: "count-too-large", given: "2" },
  ],
  ["too many options", "5000 1", { line: 1, problem: "too-many-options", given: "5000" }],
  [
    "an option in brackets that nobody knows",
    "4 1\n[order 1 2 3 4]\n",
    { line: 2, problem: "option-block-unknown", given: "order" },
  ],
  ["an open quotation mark", '2 1\n1 1 0\n0\n"Ada\n', { line: 4, problem: "quote-open", given: '"Ada' }],
  ["an open comment", "2 1\n/* never\n", { line: 2, problem: "comment-open", given: "" }],
  ["too few names", '3 1\n1 1 0\n0\n"Ada"\n"Bea"', { line: 5, problem: "names-missing", given: "2" }],
  ["a name twice", '2 1\n1 1 0\n0\n"Ada"\n"Ada"\n', { line: 5, problem: "name-repeated", given: "Ada" }],
  ["a sign where none belongs", `4 1\n1 ] 0\n0\n${names}`, { line: 2, problem: "not-understood", given: "]" }],
])("%s is refused with its line", (_, text, expected) => {
  expect(refusal(readBlt(text))).toEqual(expected);
});

test("what is written is read back", () => {
  fc.assert(
    fc.property(ballotFiles(), (file) => {
      expect(taken(writeBlt(file))).toEqual(file);
    }),
  );
});

test("anything at all is read or refused with a line of it", () => {
  const pieces = fc.constantFrom(
    "1",
    "2",
    "0",
    "-1",
    "(",
    ")",
    "[",
    "]",
    "=",
    '"',
    "#",
    "/*",
    "*/",
    "tie",
    "\n",
    " ",
    "x",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join(" ");
      const read = readBlt(text);
      expect(read.ok ? 1 : read.refusal.line).toBeLessThanOrEqual(text.split("\n").length);
    }),
  );
});
