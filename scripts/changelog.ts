import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { filesUnder, root } from "./repository-files.ts";

const kinds = ["added", "changed", "fixed", "removed", "security"] as const;

/** What a change means to the people who run or use Koinon. */
type ChangeKind = (typeof kinds)[number];

/** One change, as its fragment tells it. */
export interface Fragment {
  readonly kind: ChangeKind;
  /** One or more sentences, on one line. */
  readonly text: string;
}

/** A fragment from its file's name, such as `added-calendar-feeds.md`, and its text; or what is wrong with it. */
export function readFragment(file: string, text: string): Fragment | string {
  const kind = kinds.find((candidate) => file.startsWith(`${candidate}-`));
  if (kind === undefined) return `${file} must begin with ${kinds.join("-, ")}-`;
  const sentence = text.trim().replaceAll(/\s+/g, " ");
  if (!/^[A-Z].*\.$/.test(sentence)) return `${file} must say what changed, in whole sentences`;
  return { kind, text: sentence };
}

/** The section of one release: `## 0.2.0 (2027-03-01)` and its changes by kind. */
export function releaseSection(version: string, date: Temporal.PlainDate, fragments: readonly Fragment[]): string {
  const groups = kinds.flatMap((kind) => {
    const lines = fragments.filter((fragment) => fragment.kind === kind).map(({ text }) => `- ${text}`);
    return lines.length === 0 ? [] : [`### ${kind[0]?.toUpperCase()}${kind.slice(1)}\n\n${lines.join("\n")}\n`];
  });
  return `## ${version} (${date.toString()})\n\n${groups.join("\n")}`;
}

/** The changelog with a release put before the older ones. */
export function withRelease(changelog: string, section: string): string {
  const older = changelog.search(/^## /m);
  if (older === -1) return `${changelog.trimEnd()}\n\n${section}`;
  return `${changelog.slice(0, older)}${section}\n${changelog.slice(older)}`;
}

/** The fragments of `changes/`, and what is wrong with those that cannot be read. */
export async function readFragments(): Promise<{
  readonly fragments: readonly Fragment[];
  readonly problems: readonly string[];
}> {
  const files = fragmentFiles();
  const read = await Promise.all(
    files.map(async (file) => readFragment(basename(file), await readFile(join(root, file), "utf8"))),
  );
  return {
    fragments: read.filter((fragment) => typeof fragment !== "string"),
    problems: read.filter((fragment) => typeof fragment === "string").map((problem) => `changes/${problem}`),
  };
}

function fragmentFiles(): readonly string[] {
  return filesUnder("changes", (file) => file.endsWith(".md") && basename(file) !== "README.md");
}

async function release(version: string): Promise<void> {
  const { fragments, problems } = await readFragments();
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const changelog = join(root, "CHANGELOG.md");
  const text = existsSync(changelog) ? await readFile(changelog, "utf8") : "# Changelog\n";
  const section = releaseSection(version, Temporal.Now.plainDateISO("UTC"), fragments);
  await writeFile(changelog, withRelease(text, section));
  await Promise.all(fragmentFiles().map((file) => rm(join(root, file))));
}

if (import.meta.main) {
  const [version = ""] = process.argv.slice(2);
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error("which version is released? npm run changelog -- 0.2.0");
  await release(version);
}
