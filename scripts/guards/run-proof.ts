import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createVitest, type SerializedError, type TestModule, type Vitest } from "vitest/node";
import { root } from "../repository-files.ts";
import { toolEnvironment } from "../run-tool.ts";
import type { Proof } from "./guard.ts";
import { outcomeOf, testsOfPlaywright, type ReportedTest, type TestOutcome } from "./test-outcome.ts";

/** No run takes longer than this and so much more for each proof in it, on a busy machine either. */
const MOST_MS = 300_000;
const MORE_MS = 20_000;

/** Runs tests in one copy of the project, again and again. A resource: whoever opened it closes it. */
export interface ProofRunner {
  /** Runs the tests of some proofs, all of one project; gives the outcome for each. */
  run(proofs: readonly Proof[]): Promise<(proof: Proof) => TestOutcome>;
  /** Says that these files of the copy are others now. */
  changed(files: Iterable<string>): void;
  close(): Promise<void>;
}

/**
 * Opens a runner for the copy in `folder`. One Vitest serves all runs, since starting one takes longer than most proofs: what
 * does not change is read once, and databases for tests are started once.
 */
export async function openProofRunner(folder: string): Promise<ProofRunner> {
  process.chdir(folder);
  process.env["KOINON_TEST_DATA"] = resolve(root, process.env["KOINON_TEST_DATA"] ?? "../shared/data");
  const vitest = await createVitest("test", { root: folder, watch: false, silent: true, reporters: [{}] });
  await vitest.standalone();
  return {
    run: async (proofs) => {
      const isBrowser = proofs[0]?.project === "journeys";
      const tests = isBrowser ? await runPlaywright(folder, proofs) : await runVitest(vitest, proofs);
      return ({ file, named }) => outcomeOf(tests, file, named);
    },
    changed: (files) => {
      for (const file of files) vitest.invalidateFile(join(folder, file));
    },
    close: () => vitest.close(),
  };
}

async function runVitest(vitest: Vitest, proofs: readonly Proof[]): Promise<readonly ReportedTest[]> {
  const project = proofs[0]?.project;
  const found = await vitest.globTestSpecifications([...filesOf(proofs)]);
  const wanted = found.filter((specification) => specification.project.name === project);
  vitest.setGlobalTestNamePattern(new RegExp(anyOf(proofs)));
  const timer = setTimeout(() => void vitest.cancelCurrentRun("keyboard-input"), MOST_MS + MORE_MS * proofs.length);
  const { testModules } = await vitest.runTestSpecifications(wanted);
  clearTimeout(timer);
  return testModules.flatMap(testsOfModule);
}

function testsOfModule(module: TestModule): readonly ReportedTest[] {
  return [...module.children.allTests()].flatMap((test) => {
    const { state, errors = [] } = test.result();
    if (state !== "passed" && state !== "failed") return [];
    const failures = errors.flatMap(chainOf).map(({ name = "Error", message }) => `${name}: ${message}`);
    return [{ file: module.moduleId, name: test.fullName, isPassed: state === "passed", failures }];
  });
}

/** An error and what it was made of: a law that does not hold says by which expectation in its cause. */
function chainOf(error: SerializedError): readonly SerializedError[] {
  const { cause } = error;
  return cause === undefined ? [error] : [error, ...chainOf(cause)];
}

async function runPlaywright(folder: string, proofs: readonly Proof[]): Promise<readonly ReportedTest[]> {
  const report = join(folder, ".cache/guard-report.json");
  await rm(report, { force: true });
  const words = ["test", ...filesOf(proofs), "-g", anyOf(proofs), "--reporter=json"];
  await run(folder, "playwright", words, { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  const text = await readFile(report, "utf8").catch(() => undefined);
  return text === undefined ? [] : testsOfPlaywright(JSON.parse(text));
}

function filesOf(proofs: readonly Proof[]): ReadonlySet<string> {
  return new Set(proofs.map(({ file }) => file));
}

/** An expression that finds every name of these tests. */
function anyOf(proofs: readonly Proof[]): string {
  const names = new Set(proofs.map(({ named }) => named.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)));
  return [...names].join("|");
}

function run(
  folder: string,
  program: string,
  words: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<void> {
  return new Promise((settle, reject) => {
    const env = { ...toolEnvironment, NO_COLOR: "1", ...variables };
    // A group of its own, so that what a test leaves running can be ended with it.
    const child = spawn(program, words, { cwd: folder, env, stdio: "ignore", detached: true });
    const timer = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, "SIGKILL"), MOST_MS);
    child.once("error", reject);
    child.once("close", () => {
      clearTimeout(timer);
      settle();
    });
  });
}
