import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BallotFile } from "../../src/decisions/model/formats/ballot-file.ts";
import { withoutWithdrawn } from "../../src/decisions/model/formats/withdrawn.ts";
import { readBlt } from "../../src/decisions/model/formats/blt.ts";
import { readPrefLib } from "../../src/decisions/model/formats/preflib.ts";

const folder = join(process.env["KOINON_TEST_DATA"] ?? "", "ballots");

/** The text of a file of published elections, by its path below `ballots/`. */
export function ballotText(path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

/** The files in a folder of published elections that end so. */
export function ballotFiles(path: string, end: string): readonly string[] {
  return readdirSync(join(folder, path))
    .filter((name) => name.endsWith(end))
    .toSorted();
}

/** A published election in BLT, without those who withdrew. */
export function bltElection(path: string): BallotFile {
  const read = readBlt(ballotText(path));
  if (!read.ok) throw new Error(`${path}: ${JSON.stringify(read.refusal)}`);
  return withoutWithdrawn(read.value);
}

/** Rows of a table whose first line names the columns, parted by commas or tabs; nothing in it is quoted. */
export function tableRows(text: string, between: "," | "\t"): readonly Readonly<Record<string, string>>[] {
  const [head = "", ...lines] = text.trimEnd().split("\n");
  const names = head.split(between);
  return lines.map((line) => Object.fromEntries(line.split(between).map((cell, index) => [names[index] ?? "", cell])));
}

/** A published election in PrefLib's form. */
export function prefLibElection(name: string): BallotFile {
  const read = readPrefLib(ballotText(`pref_voting/${name}`));
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.refusal)}`);
  return read.value;
}
