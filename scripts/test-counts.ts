import { readFile } from "node:fs/promises";
import { z } from "zod";

/** How many of something went well and how many did not. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** The part of Vitest's JSON report that counts. */
const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/** The part of Playwright's JSON report that counts. */
const playwrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
});

/** The counts of Vitest's JSON report; a file that failed before its first test counts as one failure. */
export function countsOfVitest(report: unknown): Counts {
  const { numPassedTests, numFailedTests, testResults } = vitestReport.parse(report);
  const unread = testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return { passed: numPassedTests, failed: numFailedTests + unread.length };
}

/** The counts of Playwright's JSON report; a journey that only succeeds when tried again has failed. */
export function countsOfPlaywright(report: unknown): Counts {
  const { expected, unexpected, flaky } = playwrightReport.parse(report).stats;
  return { passed: expected, failed: unexpected + flaky };
}

/**
 * The counts of one run of a test runner: what its report says, and at least one failure when the run itself failed, wrote no
 * report, or ran nothing.
 */
export async function countsOfRun(ok: boolean, reportFile: string, read: (report: unknown) => Counts): Promise<Counts> {
  const text = await readFile(reportFile, "utf8").catch(() => undefined);
  const { passed, failed } = text === undefined ? { passed: 0, failed: 0 } : read(JSON.parse(text));
  return { passed, failed: failed === 0 && (!ok || passed === 0) ? 1 : failed };
}

/** `sum([{ passed: 2, failed: 0 }, { passed: 1, failed: 1 }])` is `{ passed: 3, failed: 1 }`. */
export function sum(counts: readonly Counts[]): Counts {
  return counts.reduce((one, other) => ({ passed: one.passed + other.passed, failed: one.failed + other.failed }), {
    passed: 0,
    failed: 0,
  });
}
