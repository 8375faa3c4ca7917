import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { allGuards } from "./guards/all-guards.ts";
import type { Guard } from "./guards/guard.ts";
import { openProofRunner, type ProofRunner } from "./guards/run-proof.ts";
import { copyCheckout, type ScratchCheckout } from "./guards/scratch-checkout.ts";
import { threatsPage } from "./guards/threats-page.ts";
import { threats } from "./guards/threats.ts";
import { root } from "./repository-files.ts";

// Shows that every guard against hostile input is needed: takes it out, in a copy of the project, and expects its test to fail.
// `--row 7` for the guards of one row (may be given again), `--find word` for those whose words hold this; `--page` writes docs/threats.md.
const { values } = parseArgs({
  options: {
    row: { type: "string", multiple: true, default: [] },
    find: { type: "string", default: "" },
    page: { type: "boolean", default: false },
  },
});
if (values.page) await writeFile(join(root, "docs/threats.md"), threatsPage(threats, allGuards));
else await proveGuards(allGuards.filter(isWanted));

function isWanted({ rows, does }: Guard): boolean {
  return (values.row.length === 0 || rows.some((row) => values.row.includes(`${row}`))) && does.includes(values.find);
}

async function proveGuards(guards: readonly Guard[]): Promise<void> {
  await mkdir(join(root, ".cache"), { recursive: true });
  // A folder of its own, so that several runs do not take out one another's guards.
  const folder = await mkdtemp(join(root, ".cache/guards-"));
  const checkout = await copyCheckout(join(folder, "checkout"));
  const runner = await openProofRunner(checkout.folder);
  try {
    const proven = await countProven(checkout, runner, guards);
    console.log(`${proven} guards proven, ${guards.length - proven} not`);
    process.exitCode = proven === guards.length ? 0 : 1;
  } finally {
    await runner.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function countProven(checkout: ScratchCheckout, runner: ProofRunner, guards: readonly Guard[]): Promise<number> {
  const unproven = await failingAnyway(runner, guards);
  let proven = 0;
  for (const guard of guards) {
    const why = unproven.get(guard) ?? (await whyNotProven(checkout, runner, guard));
    if (why === undefined) proven += 1;
    console.log(`${why === undefined ? "✓" : "✗"} ${guard.rows.join(", ").padEnd(7)} ${guard.does}`);
    if (why !== undefined) console.log(why.replaceAll(/^/gm, "          "));
  }
  return proven;
}

/** The guards whose tests do not pass while everything is in its place, and why: whatever they show then, it is not the guard. */
async function failingAnyway(runner: ProofRunner, guards: readonly Guard[]): Promise<ReadonlyMap<Guard, string>> {
  const failing = new Map<Guard, string>();
  for (const [project, ofProject] of Map.groupBy(guards, ({ shownBy }) => shownBy.project)) {
    console.log(`with all guards in place: ${ofProject.length} of ${project}`);
    const outcomeOf = await runner.run(ofProject.map(({ shownBy }) => shownBy));
    for (const guard of ofProject) {
      const { passed, contradicted, thrown, said } = outcomeOf(guard.shownBy);
      if (contradicted + thrown > 0) failing.set(guard, `fails with its guard in place:\n${said}`);
      else if (passed === 0) failing.set(guard, `no test of this name ran: ${guard.shownBy.named}`);
    }
  }
  return failing;
}

/** Why the test does not show the guard; undefined when it does. */
async function whyNotProven(checkout: ScratchCheckout, runner: ProofRunner, guard: Guard): Promise<string | undefined> {
  const files = new Set(guard.without.map(({ file }) => file));
  const outcomeOf = await checkout.without(guard.without, () => {
    runner.changed(files);
    return runner.run([guard.shownBy]);
  });
  runner.changed(files);
  const { passed, contradicted, thrown, said } = outcomeOf(guard.shownBy);
  if (contradicted > 0) return undefined;
  if (thrown > 0) return `ends by an error instead of an expectation:\n${said}`;
  return passed > 0 ? `passes without its guard: ${guard.shownBy.named}` : "the test does not even run without it";
}
