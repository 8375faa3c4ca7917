import { changeFragments } from "./checks/change-fragments.ts";
import type { Check } from "./checks/check.ts";
import { compiler } from "./checks/compiler.ts";
import { dependencyReasons } from "./checks/dependency-reasons.ts";
import { formatting } from "./checks/formatting.ts";
import { importRules } from "./checks/import-rules.ts";
import { layout } from "./checks/layout.ts";
import { lint } from "./checks/lint.ts";
import { lockfile } from "./checks/lockfile.ts";
import { messageCatalogues } from "./checks/message-catalogues.ts";
import { repositoryText } from "./checks/repository-text.ts";
import { unusedCode } from "./checks/unused-code.ts";

/** All checks, in the order in which they are told. */
const checks: readonly Check[] = [
  layout,
  repositoryText,
  dependencyReasons,
  lockfile,
  changeFragments,
  formatting,
  messageCatalogues,
  lint,
  importRules,
  unusedCode,
  compiler,
];

/** Runs all checks at once, or those named; tells what each found, and how many passed and failed. */
export async function runChecks(
  names: readonly string[],
): Promise<{ readonly passed: number; readonly failed: number }> {
  const unknown = names.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length > 0) {
    throw new Error(`no check is called ${unknown.join(", ")}; there are ${checks.map(({ name }) => name).join(", ")}`);
  }
  const wanted = checks.filter((check) => names.length === 0 || names.includes(check.name));
  const running = wanted.map((check) => ({ check, findings: check.findings() }));
  let failed = 0;
  for (const { check, findings } of running) {
    const found = await findings;
    console.log(`${found.length === 0 ? "✓" : "✗"} ${check.name.padEnd(12)} ${check.promise}`);
    found.forEach((finding) => console.log(`    ${finding}`));
    if (found.length > 0) failed += 1;
  }
  return { passed: wanted.length - failed, failed };
}

if (import.meta.main) {
  const { failed } = await runChecks(process.argv.slice(2));
  process.exitCode = failed === 0 ? 0 : 1;
}
