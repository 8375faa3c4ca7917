import { spawn, type ChildProcess } from "node:child_process";
import { watch } from "node:fs/promises";
import { join } from "node:path";
import { build } from "./build.ts";
import { root } from "./repository-files.ts";

/** Editors save in several steps; a change counts when they have been quiet for this long. */
const quietMs = 80;

// Builds and runs the program, and again whenever something under src/ changes. Words after `npm run dev --` go to `koinon start`.
let running = restart(undefined);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void running.then(end).then(() => process.exit()));
}
let pending: NodeJS.Timeout | undefined;
for await (const change of watch(join(root, "src"), { recursive: true })) {
  if (change.filename === null || /\.test\.tsx?$/.test(change.filename)) continue;
  clearTimeout(pending);
  pending = setTimeout(() => {
    running = running.then(restart);
  }, quietMs);
}

async function restart(server: ChildProcess | undefined): Promise<ChildProcess | undefined> {
  try {
    await build();
  } catch {
    // The bundler has said what is wrong and where; what runs goes on until it is mended.
    return server;
  }
  await end(server);
  const program = ["--enable-source-maps", join(root, "dist/main.js"), "start", ...process.argv.slice(2)];
  return spawn(process.execPath, program, { cwd: root, stdio: "inherit" });
}

async function end(server: ChildProcess | undefined): Promise<void> {
  if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await ended;
}
