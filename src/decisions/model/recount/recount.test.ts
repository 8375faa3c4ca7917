import { expect, test } from "vitest";
import { countMeInRules } from "../../methods/count-me-in/rules.ts";
import { stanceRules } from "../../methods/stance/rules.ts";
import type { PublishedFile } from "./published-file.ts";
import { writePublishedFile } from "./published-file.ts";
import { recount } from "./recount.ts";

const question = { options: [], settings: stanceRules.defaults };
const ballots = [
  { ballot: { choice: 0 }, count: 3 },
  { ballot: { choice: 2 }, count: 2 },
];
const tally = stanceRules.count(question, ballots, "");

const file: PublishedFile = {
  proposal: "p",
  title: "Pay a shared moderator",
  method: "stance",
  version: 1,
  options: [],
  settings: { ...stanceRules.defaults },
  seed: "",
  eligible: 6,
  answered: 5,
  tally,
  conclusion: stanceRules.conclude(tally, question, { eligible: 6, answered: 5 }),
  ballots,
};

/** The same file, as it comes out of its text. */
function asRead(said: Partial<PublishedFile> = {}): PublishedFile {
  return JSON.parse(writePublishedFile({ ...file, ...said })) as PublishedFile;
}

test("published ballots come out the same when they are counted again", () => {
  expect(recount(stanceRules, asRead())).toBe("same");
});

test("a flipped ballot is found", () => {
  const flipped = [
    { ballot: { choice: 0 }, count: 2 },
    { ballot: { choice: 2 }, count: 3 },
  ];
  expect(recount(stanceRules, asRead({ ballots: flipped }))).toBe("other-count");
});

test("a ballot too many or too few is found", () => {
  expect(recount(stanceRules, asRead({ ballots: [{ ballot: { choice: 0 }, count: 4 }, ...ballots.slice(1)] }))).toBe(
    "other-count",
  );
  expect(recount(stanceRules, asRead({ ballots: ballots.slice(1) }))).toBe("other-count");
});

test("a conclusion that the rules do not lead to is found", () => {
  const conclusion = { ...file.conclusion, verdict: "not-carried" } as const;
  expect(recount(stanceRules, asRead({ conclusion }))).toBe("other-conclusion");
});

test("ballots that the rules do not take are not counted", () => {
  expect(recount(stanceRules, asRead({ ballots: [{ ballot: { choice: 9 }, count: 1 }] }))).toBe("unreadable");
  expect(recount(countMeInRules, asRead({ ballots: [{ ballot: { choice: 3 }, count: 1 }] }))).toBe("unreadable");
});

test("the file has one ballot on a line, so that whoever reads it sees each", () => {
  const lines = writePublishedFile({ ...file, ballots: [{ ballot: { choice: 0 }, count: 1, code: "ab" }] }).split("\n");
  expect(lines).toContain('    {"ballot":{"choice":0},"code":"ab","count":1}');
  expect(lines.slice(1, 3)).toEqual(['  "koinon": "ballots",', '  "format": 1,']);
});
