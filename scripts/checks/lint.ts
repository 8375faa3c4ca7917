import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { complaintsOf, runTool } from "../run-tool.ts";
import { root } from "../repository-files.ts";
import type { Check } from "./check.ts";

const fixture = "src/refused.ts";

/** The rules of STYLE.md that a linter can keep, and that it still keeps them. */
export const lint: Check = {
  name: "lint",
  promise: "the code keeps the rules of STYLE.md, and each rule still refuses its violation",
  findings: async () => [...(await complaintsOf("oxlint", ["--format", "unix"])), ...(await unseenViolations())],
};

/** Lines of the fixture that the linter lets through; it is copied, since the rules of src/ would not hold for it where it lies. */
export async function unseenViolations(): Promise<readonly string[]> {
  await mkdir(join(root, ".cache"), { recursive: true });
  const copy = await mkdtemp(join(root, ".cache/lint-rules-"));
  try {
    await cp(join(root, "scripts/fixtures/lint-rules"), copy, { recursive: true });
    const { output } = await runTool(
      "oxlint",
      ["-c", "../../.oxlintrc.json", "--no-ignore", "--format", "unix", fixture],
      copy,
    );
    const lines = (await readFile(join(copy, fixture), "utf8")).split("\n");
    return lines.flatMap((line, index) => {
      const rule = / \/\/ ([a-z]+\([a-z-]+\))$/.exec(line)?.[1];
      if (rule === undefined || refusals(output, index + 1).includes(rule)) return [];
      return [`the rule ${rule} no longer refuses line ${index + 1} of its fixture`];
    });
  } finally {
    await rm(copy, { recursive: true });
  }
}

/** The rules that refuse one line, from complaints such as `src/refused.ts:2:8: Prefer named exports [Error/import(no-default-export)]`. */
function refusals(complaints: string, line: number): readonly string[] {
  return complaints
    .split("\n")
    .filter((complaint) => complaint.startsWith(`${fixture}:${line}:`))
    .flatMap((complaint) => /\[Error\/(.+)\]$/.exec(complaint)?.[1] ?? []);
}
