import { z } from "zod";

/** How the tests of one name in one file ended. */
export interface TestOutcome {
  readonly passed: number;
  /** Tests that saw another behaviour than they ask for. */
  readonly contradicted: number;
  /** Tests that ended otherwise: thrown out by an error of the code, or of their own. */
  readonly thrown: number;
  /** What the failed ones say, shortened. */
  readonly said: string;
}

const playwrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(
    z.object({
      status: z.string(),
      results: z.array(z.object({ errors: z.array(z.object({ message: z.string().default("") })) })),
    }),
  ),
});
type Suite = {
  readonly title: string;
  readonly specs: z.infer<typeof playwrightSpec>[];
  readonly suites?: Suite[] | undefined;
};
const playwrightSuite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    title: z.string(),
    specs: z.array(playwrightSpec).default([]),
    suites: z.array(playwrightSuite).optional(),
  }),
);
const playwrightReport = z.object({ suites: z.array(playwrightSuite) });

/** A test that ran, as either runner tells of it. */
export interface ReportedTest {
  readonly file: string;
  readonly name: string;
  readonly isPassed: boolean;
  readonly failures: readonly string[];
}

/** The tests of Playwright's JSON report that ran. */
export function testsOfPlaywright(report: unknown): readonly ReportedTest[] {
  return playwrightReport.parse(report).suites.flatMap((suite) => testsOfSuite(suite, ""));
}

function testsOfSuite(suite: Suite, above: string): readonly ReportedTest[] {
  const own = suite.specs.map(({ title, file, tests }) => ({
    file,
    name: `${above} ${title}`,
    isPassed: tests.every(({ status }) => status === "expected"),
    failures: tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors.map(({ message }) => message))),
  }));
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOfSuite(inner, `${above} ${inner.title}`))];
}

/**
 * How those ended that lie in this file and have this in their name. A test that contradicts failed because of what it expected; a
 * syntax error, a missing import or a crash is no contradiction, and proves nothing of a guard.
 */
export function outcomeOf(tests: readonly ReportedTest[], file: string, named: string): TestOutcome {
  const concerned = tests.filter((test) => file.endsWith(test.file) || test.file.endsWith(file));
  const meant = concerned.filter(({ name }) => name.includes(named));
  const failed = meant.filter(({ isPassed }) => !isPassed);
  const contradicted = failed.filter(({ failures }) => failures.some(isContradiction)).length;
  const said = failed.map(({ name, failures }) => `${name}: ${failures.join("\n").slice(0, 500)}`).join("\n");
  return { passed: meant.length - failed.length, contradicted, thrown: failed.length - contradicted, said };
}

// Vitest names its own errors, but for those of polling, which begin as they do; Playwright begins with the expectation, in colour
// unless told otherwise.
function isContradiction(message: string): boolean {
  // oxlint-disable-next-line no-control-regex
  const plain = message.replaceAll(/\u001b\[[0-9;]*m/g, "");
  return /^AssertionError\b|^(?:Error: )?(?:expected .* to |expect(?:\.soft)?\()|^Error: .*\n+.*expect\(/.test(plain);
}
