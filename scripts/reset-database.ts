import { existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { holdDataFolder } from "../src/main/data-folder.ts";
import { root } from "./repository-files.ts";

const {
  DATABASE_URL: database,
  KOINON_ORIGIN: origin = "http://localhost",
  KOINON_DATA: data = "./data",
} = process.env;
const folder = resolve(root, data);

// Removes the data folder of a server for trying things out; never what somebody could miss.
const objection = objectionToRemoval();
if (objection !== undefined) {
  console.error(`Nothing was removed: ${objection}`);
  process.exitCode = 1;
} else if (existsSync(folder)) {
  // Throws when a server is running on it.
  holdDataFolder(folder, Temporal.Now.instant()).release();
  rmSync(folder, { recursive: true });
  console.log(`removed ${folder}`);
}

function objectionToRemoval(): string | undefined {
  if (database !== undefined) return "DATABASE_URL is set; drop that database yourself, if you mean it";
  if (!["localhost", "127.0.0.1"].includes(new URL(origin).hostname))
    return `this is the data of ${origin}; remove it yourself, if you mean it`;
  if (existsSync(folder) && !existsSync(join(folder, "koinon.sqlite")))
    return `${folder} holds no koinon.sqlite; it seems not to be Koinon's`;
  return undefined;
}
