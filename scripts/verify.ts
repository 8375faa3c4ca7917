import { spawn } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "./build.ts";
import { runChecks } from "./check.ts";
import { root } from "./repository-files.ts";
import { toolEnvironment } from "./run-tool.ts";
import { countsOfPlaywright, countsOfRun, countsOfVitest, sum, type Counts } from "./test-counts.ts";

const reports = join(root, ".cache/reports");

// Everything that continuous integration runs, in its order: checks, every suite on both engines (and on the data sets beside the
// checkout, where they are), the build, the journeys. All of it runs even when some of it fails; the last line counts.
await rm(reports, { recursive: true, force: true });
await mkdir(reports, { recursive: true });
const total = sum([await checks(), await suites(), await journeys()]);
const line = `${total.passed} passed, ${total.failed} failed`;
await writeFile(join(reports, "count.txt"), `${line}\n`);
console.log(line);
process.exitCode = total.failed === 0 ? 0 : 1;

function checks(): Promise<Counts> {
  announce("Checks");
  return runChecks([]);
}

async function suites(): Promise<Counts> {
  announce("Rules, stores and federation, on SQLite and on PostgreSQL");
  const report = join(reports, "vitest.json");
  const ok = await runVisibly(
    "vitest",
    // Killing servers and filling disks takes minutes and wants the machine to itself: npm run test:failures.
    ["run", "--project=!failures", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    {},
  );
  return countsOfRun(ok, report, countsOfVitest);
}

async function journeys(): Promise<Counts> {
  announce("Journeys, in a browser against the built server");
  const report = join(reports, "playwright.json");
  // A build that fails has said why; without it there is nothing to take a journey through.
  const isBuilt = await build().then(
    () => true,
    () => false,
  );
  if (!isBuilt) return { passed: 0, failed: 1 };
  const ok = await runVisibly("playwright", ["test", "--reporter=list,json"], { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  return countsOfRun(ok, report, countsOfPlaywright);
}

function announce(title: string): void {
  console.log(`\n── ${title}\n`);
}

/** Runs a tool of ours with its output shown as it comes; whether it ended well. */
function runVisibly(
  program: string,
  words: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      cwd: root,
      env: { ...toolEnvironment, ...variables },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code === 0));
  });
}
