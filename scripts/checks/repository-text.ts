import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { runTool } from "../run-tool.ts";
import { root } from "../repository-files.ts";
import type { Check } from "./check.ts";

/** What no file of the repository may say, and why. The licence text and the changelog's history are the licence's and history's own. */
const banned = [
  { pattern: /(?<![\w.~-])\/(?:root|work|Users)\/[\w.]/, why: "names a place on one machine" },
  { pattern: /(?<![\w.~-])\/home\/(?!koinon)\w/, why: "names a place on one machine" },
  { pattern: /(?<!`)\b(?:TODO|FIXME|XXX)\b(?! #\d)/, why: "leaves work without an issue number" },
  { pattern: /\b(?:it|test|describe)\.(?:only|skip|todo|fails)\b/, why: "narrows or skips tests" },
];

/** What the repository says of where it was made, and what it leaves undone. */
export const repositoryText: Check = {
  name: "text",
  promise: "no file names one machine or a registry's host, or leaves work or tests undone",
  findings: async () => {
    const files = await trackedTexts();
    const findings = await Promise.all(files.map(findingsIn));
    return [...findings.flat(), ...(await registryHosts())];
  },
};

/** What git keeps or would keep: tracked files and new ones that are not ignored. */
async function trackedTexts(): Promise<readonly string[]> {
  const { output } = await runTool("git", ["ls-files", "--cached", "--others", "--exclude-standard"]);
  const own = ["LICENSE", "package-lock.json", "scripts/checks/repository-text.ts"];
  return output.split("\n").filter((file) => file !== "" && !own.includes(file) && !/\.(png|woff2?|ico)$/.test(file));
}

async function findingsIn(file: string): Promise<readonly string[]> {
  // A file may be deleted but not yet committed as such.
  const text = await readFile(join(root, file), "utf8").catch(() => "");
  return bannedIn(file, text);
}

/** The lines of a text that say what no file may say, each with its place and the reason. */
export function bannedIn(file: string, text: string): readonly string[] {
  return text
    .split("\n")
    .flatMap((line, index) =>
      banned
        .filter(({ pattern }) => pattern.test(line))
        .map(({ why }) => `${file}:${index + 1} ${why}: ${line.trim()}`),
    );
}

async function registryHosts(): Promise<readonly string[]> {
  const lock = await readFile(join(root, "package-lock.json"), "utf8");
  const host = /"resolved": "https?:\/\/[^"]+"/.exec(lock)?.[0];
  return host === undefined
    ? []
    : [`package-lock.json names a registry's host (${host}); omit-lockfile-registry-resolved leaves it out`];
}
