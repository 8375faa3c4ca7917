import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { copyCheckout } from "./guards/scratch-checkout.ts";
import { root } from "./repository-files.ts";
import { runTool } from "./run-tool.ts";

// Shows that the program needs no package's install script: installs a copy of the project without any, builds it and lets it speak.
// The one script that usually runs brings the runtime; without it the machine must have a Node that is new enough, as this one has.
const { folder } = await copyCheckout(join(root, ".cache/install/checkout"));
await rm(join(folder, "node_modules"));
await step("npm ci --ignore-scripts", "npm", ["ci", "--ignore-scripts"]);
if (existsSync(join(folder, "node_modules/node/bin"))) throw new Error("a script ran all the same: there is a Node");
await step("koinon help, which builds it first", process.execPath, ["bin/koinon", "help"]);
console.log("installed, built and started without any install script");

async function step(what: string, program: string, words: readonly string[]): Promise<void> {
  const { ok, output } = await runTool(program, words, folder);
  if (!ok) throw new Error(`${what} failed:\n${output}`);
  console.log(`✓ ${what}`);
}
