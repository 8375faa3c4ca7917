import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { root } from "../repository-files.ts";
import { toolEnvironment } from "../run-tool.ts";
import type { Proof } from "./guard.ts";
import { outcomeOf, testsOfPlaywright, testsOfVitest, type TestOutcome } from "./test-outcome.ts";

/** No proof takes longer, on a busy machine either. */
const MOST_MS = 300_000;

/** What came of a run: its outcome for each proof that was asked for, and what the runner wrote. */
export interface ProofRun {
  readonly outcomeOf: (proof: Proof) => TestOutcome;
  readonly output: string;
}

/** Runs the tests of some proofs, all of one project, in a copy of the project. */
export async function runProofs(folder: string, proofs: readonly Proof[]): Promise<ProofRun> {
  const project = proofs[0]?.project ?? "rules";
  const report = join(folder, ".cache/guard-report.json");
  await rm(report, { force: true });
  const output = await (project === "journeys" ? runPlaywright : runVitest)(folder, proofs, report);
  const text = await readFile(report, "utf8").catch(() => undefined);
  const json: unknown = text === undefined ? undefined : JSON.parse(text);
  const tests = json === undefined ? [] : (project === "journeys" ? testsOfPlaywright : testsOfVitest)(json);
  return { outcomeOf: ({ file, named }) => outcomeOf(tests, file, named), output };
}

function runVitest(folder: string, proofs: readonly Proof[], report: string): Promise<string> {
  const words = ["run", ...filesOf(proofs), `--project=${proofs[0]?.project}`, "-t", anyOf(proofs)];
  return run(folder, "vitest", [...words, "--reporter=json", `--outputFile.json=${report}`], {});
}

function runPlaywright(folder: string, proofs: readonly Proof[], report: string): Promise<string> {
  const words = ["test", ...filesOf(proofs), "-g", anyOf(proofs), "--reporter=json"];
  return run(folder, "playwright", words, { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
}

function filesOf(proofs: readonly Proof[]): readonly string[] {
  return [...new Set(proofs.map(({ file }) => file))];
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
): Promise<string> {
  return new Promise((settle, reject) => {
    const data = process.env["KOINON_TEST_DATA"] ?? "../shared/data";
    const env = { ...toolEnvironment, NO_COLOR: "1", KOINON_TEST_DATA: resolve(root, data), ...variables };
    // A group of its own, so that what a test leaves running can be ended with it.
    const child = spawn(program, words, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
    let output = "";
    const take = (piece: Buffer) => (output += piece.toString());
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    const timer = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, "SIGKILL"), MOST_MS);
    child.once("error", reject);
    child.once("close", () => {
      clearTimeout(timer);
      settle(output);
    });
  });
}
