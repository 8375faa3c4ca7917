import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { root } from "../repository-files.ts";
import type { Check } from "./check.ts";

const table = "docs/dependencies.md";

const versions = z.record(z.string(), z.string()).default({});
const packageFile = z.object({ dependencies: versions, devDependencies: versions, overrides: versions });

/** Every dependency is wanted, and pinned. */
export const dependencyReasons: Check = {
  name: "dependencies",
  promise: `each dependency is pinned and has its reason in ${table}`,
  findings: async () => {
    const listed = packageFile.parse(JSON.parse(await readFile(join(root, "package.json"), "utf8")));
    return unexplained(listed, await readFile(join(root, table), "utf8"));
  },
};

/** Where a package file and a text with rows such as "| `hono` | why |" do not agree. */
export function unexplained(listed: z.infer<typeof packageFile>, text: string): readonly string[] {
  const pinned = { ...listed.dependencies, ...listed.devDependencies, ...listed.overrides };
  const reasons = new Set(Array.from(text.matchAll(/^\| `([^`]+)` \| \S.* \|$/gm), ([, name]) => name ?? ""));
  const without = Object.keys(pinned).filter((name) => !reasons.has(name));
  const gone = [...reasons].filter((name) => !(name in pinned));
  const loose = Object.entries(pinned).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
  return [
    ...without.map((name) => `${table} gives no reason for ${name}`),
    ...gone.map((name) => `${table} gives a reason for ${name}, which package.json does not list`),
    ...loose.map(([name, version]) => `package.json does not pin ${name} exactly (${version})`),
  ];
}
