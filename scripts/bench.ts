import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { bundleProgram } from "./build.ts";
import { filesUnder, root } from "./repository-files.ts";

// Runs `bench/<name>.bench.ts`, all of them or those named (`npm run bench -- intake`), one after the other, so that none disturbs
// another. Each prints what it measured and keeps its raw results in the folder that KOINON_BENCH_RESULTS names.
const results = join(root, "bench/results");
const wanted = process.argv.slice(2);
const benches = filesUnder("bench", (file) => file.endsWith(".bench.ts"));
const chosen = benches.filter((file) => wanted.length === 0 || wanted.includes(nameOf(file)));
const unknown = wanted.filter((name) => !benches.some((file) => nameOf(file) === name));
if (unknown.length > 0)
  throw new Error(`no bench is called ${unknown.join(", ")}; there are ${benches.map(nameOf).join(", ")}`);

await mkdir(results, { recursive: true });
for (const file of chosen) {
  console.log(`\n── ${nameOf(file)}\n`);
  const program = join(root, ".cache/bench", `${nameOf(file)}.js`);
  await bundleProgram(file, program);
  if (!(await run(program))) process.exitCode = 1;
}

function nameOf(file: string): string {
  return basename(file, ".bench.ts");
}

function run(program: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const variables = { ...process.env, NODE_ENV: "production", KOINON_BENCH_RESULTS: results };
    const child = spawn(process.execPath, ["--enable-source-maps", program], {
      cwd: root,
      env: variables,
      stdio: "inherit",
    });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code === 0));
  });
}
