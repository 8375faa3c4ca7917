import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { root } from "../repository-files.ts";
import { runTool } from "../run-tool.ts";
import type { Removal } from "./guard.ts";

/** A copy of the project in which guards may be taken out, so that nobody ever commits or runs what is left. */
export interface ScratchCheckout {
  readonly folder: string;
  /** Does something while these texts are taken out, and puts them back whatever happens. */
  without<Value>(removals: readonly Removal[], work: () => Promise<Value>): Promise<Value>;
}

/** Copies what git keeps or would keep, as it stands now, into `folder`; packages are shared with the project. */
export async function copyCheckout(folder: string): Promise<ScratchCheckout> {
  await rm(folder, { recursive: true, force: true });
  const listed = await runTool("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
  if (!listed.ok) throw new Error(`git does not list the project's files: ${listed.output}`);
  // A file may be deleted but not yet committed as such.
  const files = listed.output.split("\0").filter((file) => file !== "" && existsSync(join(root, file)));
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(join(root, file), join(folder, file));
  }
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  return { folder, without: (removals, work) => withoutTexts(folder, removals, work) };
}

async function withoutTexts<Value>(
  folder: string,
  removals: readonly Removal[],
  work: () => Promise<Value>,
): Promise<Value> {
  const before = new Map<string, string>();
  for (const { file } of removals) before.set(file, await readFile(join(folder, file), "utf8"));
  const after = new Map(before);
  for (const removal of removals) after.set(removal.file, withoutText(after.get(removal.file) ?? "", removal));
  try {
    for (const [file, text] of after) await writeFile(join(folder, file), text);
    return await work();
  } finally {
    for (const [file, text] of before) await writeFile(join(folder, file), text);
  }
}

/**
 * A file's text with the guard taken out. `withoutText("a && b", { file: "x.ts", text: " && b", becomes: "" })` is `a`.
 *
 * @throws Error when the text does not stand there exactly once
 */
export function withoutText(whole: string, { file, text, becomes }: Removal): string {
  const [before = "", after, ...more] = whole.split(text);
  if (after === undefined || more.length > 0) {
    throw new Error(`${file} holds this ${after === undefined ? "not at all" : "more than once"}: ${text}`);
  }
  return before + becomes + after;
}
