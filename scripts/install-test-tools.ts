import { existsSync } from "node:fs";
import { join } from "node:path";
import { findSnac } from "../testing/snac2.ts";
import { root } from "./repository-files.ts";
import { installPackages, unpackFromSuites } from "./test-tools/debian-packages.ts";
import { testTools } from "./test-tools/debian-tools.ts";

/** Newest first; the facts about snac2 in FEDERATION.md were measured with the first. It runs on Debian 12's libraries too. */
const snacSuites = ["trixie-backports", "trixie"];
const snacLibraries = ["libcurl4", "libssl3"];

const missing = testTools.filter((tool) => !tool.isThere());
if (missing.length > 0 && canInstall()) {
  console.log(`installing what the tests need:\n${missing.map((tool) => `  ${tool.purpose}`).join("\n")}`);
  const lacksSnac = findSnac() === undefined;
  installPackages([...missing.flatMap((tool) => tool.packages), ...(lacksSnac ? snacLibraries : [])]);
  if (lacksSnac) unpackFromSuites("snac2", snacSuites, join(root, ".cache/snac2"));
}
const stillMissing = testTools.filter((tool) => !tool.isThere());
for (const tool of stillMissing) {
  console.error(`missing: ${tool.purpose}.\n  ${debianAdvice(tool.packages)}${tool.byHand}`);
}
if (stillMissing.some((tool) => tool.isNeeded)) process.exitCode = 1;

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version");
}

function debianAdvice(packages: readonly string[]): string {
  return packages.length === 0 ? "" : `On Debian, as root: apt-get install ${packages.join(" ")}. Elsewhere: `;
}
