import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";

/** What a bench found, as it is kept: everything measured, nothing rounded away. */
export type Found = { readonly [name: string]: unknown };

/** Where it was measured: no number means anything without. */
function machine(folder: string) {
  const [processor] = cpus();
  return {
    processor: processor?.model.trim() ?? "unknown",
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    loadAverage: loadavg().map((load) => Number(load.toFixed(2))),
    node: process.versions.node,
    openssl: process.versions.openssl,
    sqlite: process.versions.sqlite,
    fileSystem: fileSystemOf(folder),
    libraries: librariesUsed(),
    at: Temporal.Now.instant().round("second").toString(),
  };
}

/** Prints lines for people, and keeps the raw numbers beside the machine they were measured on. */
export function tell(bench: string, folder: string, lines: readonly string[], found: Found): void {
  const where = machine(folder);
  const results = process.env["KOINON_BENCH_RESULTS"] ?? "bench/results";
  writeFileSync(join(results, `${bench}.json`), `${JSON.stringify({ bench, machine: where, ...found }, null, 2)}\n`);
  for (const line of lines) console.log(line);
  console.log(
    `\n${where.processor}, ${where.cores} cores, load ${where.loadAverage.join(" ")}; Node ${where.node}, OpenSSL ${where.openssl}, ` +
      `SQLite ${where.sqlite}; ${where.fileSystem}`,
  );
}

/** A line of a table: the goal, what was found, and whether it was reached. A goal missed is told like one reached. */
export function verdict(goal: string, found: string, isReached: boolean): string {
  return `${isReached ? "reached" : "MISSED "}  ${goal}: ${found}`;
}

function fileSystemOf(folder: string): string {
  return execFileSync("stat", ["--file-system", "--format=%T", folder], { encoding: "utf8" }).trim();
}

function librariesUsed(): Readonly<Record<string, string>> {
  // Parsing at the edge: the project's own package.json.
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as { dependencies: Record<string, string> };
  return dependencies;
}
