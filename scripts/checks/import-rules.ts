import { cp, mkdir, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractDepcruiseConfig from "dependency-cruiser/config-utl/extract-depcruise-config";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import type { Check } from "./check.ts";
import { filesUnder, root } from "../repository-files.ts";

const fixture = join(root, "scripts/fixtures/import-rules");

/** Who may import whom, and that the rules saying so still see what they forbid. */
export const importRules: Check = {
  name: "imports",
  promise: "every import is allowed by ARCHITECTURE.md, and each rule still refuses its violation",
  findings: async () => [...(await findingsInSource()), ...(await findingsInFixture())],
};

async function findingsInSource(): Promise<readonly string[]> {
  const files = filesUnder("src", isModule);
  const result = await read(root);
  const modulesRead = result.modules.filter(
    (module) => module.source.startsWith("src/") && isModule(module.source),
  ).length;
  const violations = result.summary.violations.map(({ rule, from, to }) => `${from} → ${to} (${rule.name})`);
  if (modulesRead >= files.length) return violations;
  // A compiler that the reader does not know leaves it with nothing to read, and nothing to refuse.
  return [...violations, `only ${modulesRead} modules were read, but src/ has ${files.length} files`];
}

/** The fixture is copied so that its packages resolve to the project's own, as they do in src/. */
export async function findingsInFixture(): Promise<readonly string[]> {
  await mkdir(join(root, ".cache"), { recursive: true });
  const copy = await mkdtemp(join(root, ".cache/import-rules-"));
  try {
    await cp(fixture, copy, { recursive: true });
    await symlink(join(root, "node_modules"), join(copy, "node_modules"));
    const { summary } = await read(copy);
    return await unlikeExpected(copy, summary);
  } finally {
    await rm(copy, { recursive: true });
  }
}

async function unlikeExpected(copy: string, summary: ICruiseResult["summary"]): Promise<readonly string[]> {
  const names = summary.ruleSetUsed?.forbidden?.map((rule) => rule.name ?? "") ?? [];
  const files = filesUnder(join(copy, "src"), isModule);
  const named = new Set<string>();
  const findings: string[] = [];
  for (const file of files) {
    const source = file.slice(copy.length + 1);
    const expected = refusedBy(await readFile(file, "utf8"));
    const found = new Set(summary.violations.filter(({ from }) => from === source).map(({ rule }) => rule.name));
    expected.forEach((name) => named.add(name));
    for (const name of expected.difference(found))
      findings.push(`the rule ${name} no longer refuses the fixture ${source}`);
    for (const name of found.difference(expected))
      findings.push(`the rule ${name} refuses the fixture ${source}, which it should allow`);
  }
  const untested = names
    .filter((name) => !named.has(name))
    .map((name) => `the rule ${name} has no violation in the fixture`);
  return [...findings, ...untested];
}

function refusedBy(text: string): ReadonlySet<string> {
  const names = /^\/\/ Refused by: (.+)$/m.exec(text)?.[1];
  return new Set(names?.split(", ") ?? []);
}

async function read(folder: string): Promise<ICruiseResult> {
  const { forbidden = [], options } = await extractDepcruiseConfig(join(root, ".dependency-cruiser.mjs"));
  const { enhancedResolveOptions, ...others } = options ?? {};
  const reply = await cruise(
    ["src"],
    { ...others, baseDir: folder, validate: true, ruleSet: { forbidden }, preserveSymlinks: folder !== root },
    { ...enhancedResolveOptions },
    { tsConfig: extractTSConfig(join(root, "tsconfig.json")) },
  );
  if (typeof reply.output === "string") throw new Error(`the import rules gave no result: ${reply.output}`);
  return reply.output;
}

function isModule(file: string): boolean {
  return /\.tsx?$/.test(file);
}
