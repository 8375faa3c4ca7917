import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { countsOfPlaywright, countsOfRun, countsOfVitest } from "./test-counts.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "koinon-counts-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("a file of tests that cannot even be read counts as one failure", () => {
  const testResults = [
    { status: "passed", assertionResults: [{}, {}] },
    { status: "failed", assertionResults: [] },
  ];
  expect(countsOfVitest({ numPassedTests: 2, numFailedTests: 0, testResults })).toEqual({ passed: 2, failed: 1 });
});

test("a journey that succeeds only when tried again has failed", () => {
  expect(countsOfPlaywright({ stats: { expected: 3, unexpected: 1, flaky: 1 } })).toEqual({ passed: 3, failed: 2 });
});

test("a run that ended badly is never counted as free of failures", async () => {
  const report = join(folder, "playwright.json");
  await writeFile(report, JSON.stringify({ stats: { expected: 3, unexpected: 0, flaky: 0 } }));
  expect(await countsOfRun(true, report, countsOfPlaywright)).toEqual({ passed: 3, failed: 0 });
  expect(await countsOfRun(false, report, countsOfPlaywright)).toEqual({ passed: 3, failed: 1 });
});

test("a run that wrote no report, or ran no test, counts as one failure", async () => {
  expect(await countsOfRun(true, join(folder, "nothing.json"), countsOfPlaywright)).toEqual({ passed: 0, failed: 1 });
  const empty = join(folder, "empty.json");
  await writeFile(empty, JSON.stringify({ stats: { expected: 0, unexpected: 0, flaky: 0 } }));
  expect(await countsOfRun(true, empty, countsOfPlaywright)).toEqual({ passed: 0, failed: 1 });
});
