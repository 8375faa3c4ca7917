import { expect, test } from "vitest";
import { irvRules } from "../../methods/irv/rules.ts";
import { singleChoiceRules } from "../../methods/single-choice/rules.ts";
import { readAbif, writeAbif } from "../formats/abif.ts";
import { readBlt, writeBlt } from "../formats/blt.ts";
import { readPrefLib, writePrefLib } from "../formats/preflib.ts";
import { asBallotFile, formatsFor } from "./as-ballot-file.ts";

const options = ["Nights", "=Weekends", "Holidays"];
const ballots = [
  { ballot: [[0], [1]], count: 3 },
  { ballot: [[2], [1], [0]], count: 2 },
  { ballot: [[1]], count: 2 },
];
const asked = { title: "Hours", method: "irv", options, settings: irvRules.defaults };
const file = asBallotFile({ ...asked, ballots });

test("a count of rankings comes out the same from a BLT, an ABIF and a PrefLib file", () => {
  const elected = irvRules.count({ options, settings: irvRules.defaults }, ballots, "").elected;
  for (const read of [readBlt(writeBlt(file)), readAbif(writeAbif(file)), readPrefLib(writePrefLib(file).text)]) {
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    expect(read.value.options).toEqual(options);
    const again = read.value.ballots.map(({ ballot, count }) => ({ ballot: ballot.ranking, count }));
    expect(irvRules.count({ options, settings: irvRules.defaults }, again, "").elected).toEqual(elected);
  }
});

test("a choice ranks one option, several choices stand equal, and nothing chosen ranks nothing", () => {
  const chosen = [{ ballot: { choice: 1 }, count: 2 }];
  const { defaults: settings } = singleChoiceRules;
  expect(asBallotFile({ ...asked, method: "single-choice", settings, ballots: chosen }).ballots).toEqual([
    { ballot: { ranking: [[1]] }, count: 2 },
  ]);
  const approved = [
    { ballot: { choices: [0, 2] }, count: 2 },
    { ballot: { choices: [] }, count: 1 },
  ];
  expect(asBallotFile({ ...asked, method: "approval", settings: { seats: 1 }, ballots: approved }).ballots).toEqual([
    { ballot: { ranking: [[0, 2]] }, count: 2 },
    { ballot: { ranking: [] }, count: 1 },
  ]);
});

test("where none of these can be said, no other format bears it: a ballot that ranks nothing says something else", () => {
  expect(formatsFor({ method: "approval", options, settings: { seats: 1, none: true } })).toEqual([]);
  expect(formatsFor({ method: "single-choice", options, settings: { required: "plurality", none: true } })).toEqual([]);
  expect(formatsFor({ method: "single-choice", options, settings: singleChoiceRules.defaults })).toHaveLength(3);
});

test("marks keep their scores in ABIF", () => {
  const marks = [{ ballot: { marks: [5, null, 2] }, count: 4 }];
  const written = writeAbif(asBallotFile({ ...asked, method: "score", settings: {}, ballots: marks }));
  expect(written).toContain("4: c1/5,c3/2");
  expect(formatsFor({ method: "score", options, settings: {} })).toEqual(["abif"]);
});

test("answers in words of a method, and surveys, have no such file", () => {
  expect(formatsFor({ method: "stance", options: [], settings: {} })).toEqual([]);
  expect(formatsFor({ method: "survey", options, settings: {} })).toEqual([]);
});
