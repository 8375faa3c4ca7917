import fc from "fast-check";
import { expect, test } from "vitest";
import { ballotFiles } from "../../../../testing/ballots/files.ts";
import type { BallotFile, Read } from "./ballot-file.ts";
import { readCsv, writeCsv } from "./csv.ts";

function taken(read: Read<BallotFile>): BallotFile {
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

function rankings(text: string) {
  return taken(readCsv(text)).ballots.map(({ ballot, count }) => [count, ballot.ranking]);
}

test("a column for each option holds its rank; equal numbers are equal, gaps do not matter, empty is left out", () => {
  const text = "count,Figs,Nuts,Plums\n3,1,2,\n2,2,2,1\n1,9,,4\n";
  expect(rankings(text)).toEqual([
    [3, [[0], [1]]],
    [2, [[2], [0, 1]]],
    [1, [[2], [0]]],
  ]);
});

test("columns of ranks hold names", () => {
  expect(rankings("rank 1,rank 2\nNuts,Figs\nFigs,\nNuts,Figs\n")).toEqual([
    [2, [[0], [1]]],
    [1, [[1]]],
  ]);
});

test("semicolons, quoted cells, a byte order mark and line ends of any kind are read", () => {
  const text = '\uFEFF"Figs; dried";"Nuts ""best"""\r\n1;2\r\n\r\n2;1\r\n';
  expect(taken(readCsv(text)).options).toEqual(["Figs; dried", 'Nuts "best"']);
  expect(rankings(text)).toEqual([
    [1, [[0], [1]]],
    [1, [[1], [0]]],
  ]);
});

test("no cell becomes a formula, and the names come back as they were", () => {
  const options = ["=1+1", "+49", "-x", "@cmd", "Figs"];
  const file = {
    title: "",
    seats: null,
    options,
    withdrawn: [],
    tieOrder: [],
    ballots: [{ ballot: { ranking: [[4]] }, count: 1 }],
  };
  const text = writeCsv(file);
  expect(text.split("\r\n")[0]).toBe("'=1+1,'+49,'-x,'@cmd,Figs");
  expect(taken(readCsv(text))).toEqual(file);
});

test("the order in which ballots came cannot be told from the file", () => {
  fc.assert(
    fc.property(ballotFiles(), (file) => {
      expect(writeCsv({ ...file, ballots: file.ballots.toReversed() })).toBe(writeCsv(file));
    }),
  );
});

test("every ballot has its row", () => {
  const file = taken(readCsv("count,Figs,Nuts\n3,1,2\n1,2,1\n"));
  expect(writeCsv(file)).toBe("Figs,Nuts\r\n1,2\r\n1,2\r\n1,2\r\n2,1\r\n");
});

test.each([
  ["nothing", "", { line: 1, problem: "no-options" }],
  ["a rank that is no number", "Figs,Nuts\n1,first\n", { line: 2, problem: "not-a-number", given: "first" }],
  ["a name twice", "Figs,Figs\n1,2\n", { line: 1, problem: "name-repeated", given: "Figs" }],
  [
    "an option twice on a ballot",
    "rank 1,rank 2\nFigs,Nuts\nFigs,Figs\n",
    { line: 3, problem: "repeated-option", given: "Figs" },
  ],
  ["a count of none", "count,Figs\n0,1\n", { line: 2, problem: "not-a-number", given: "0" }],
  ["an open quotation mark", 'Figs,Nuts\n"1,2\n', { line: 2, problem: "quote-open" }],
  ["text after a closing mark", 'Figs,Nuts\n"1"x,2\n', { line: 2, problem: "not-understood" }],
])("%s is refused with its line", (_, text, expected) => {
  expect(readCsv(text)).toMatchObject({ ok: false, refusal: expected });
});

test("a row is named by the line on which it begins, also after a cell of two lines", () => {
  expect(readCsv('"Figs\nand dates",Nuts\n1,2\nx,1\n')).toMatchObject({ ok: false, refusal: { line: 4, given: "x" } });
});
