import { accepted } from "../../../kernel/base/result.ts";
import { readAbif } from "./abif.ts";
import type { BallotFile, Read } from "./ballot-file.ts";
import { readBlt } from "./blt.ts";
import { readCsv } from "./csv.ts";
import { readKoinonExport, type KoinonExport } from "./koinon-export.ts";
import { readPrefLib } from "./preflib.ts";

/** What a file holds: rankings without a method, or an export that names its own. */
export type FileContent =
  | { readonly holds: "rankings"; readonly file: BallotFile }
  | { readonly holds: "export"; readonly file: KoinonExport };

/** The ends of file names that are known, in the order in which people are told of them. */
export const knownEnds = [".blt", ".soc", ".soi", ".toc", ".toi", ".abif", ".csv", ".json"] as const;

/** Reads a file by the end of its name; undefined for an end that is not known. */
export function readByName(name: string, text: string): Read<FileContent> | undefined {
  const end = knownEnds.find((end) => name.toLowerCase().endsWith(end));
  if (end === undefined) return undefined;
  if (end === ".json") {
    const read = readKoinonExport(text);
    return read.ok ? accepted({ holds: "export", file: read.value }) : read;
  }
  const read = readerOf(end)(text);
  return read.ok ? accepted({ holds: "rankings", file: read.value }) : read;
}

function readerOf(end: Exclude<(typeof knownEnds)[number], ".json">): (text: string) => Read<BallotFile> {
  switch (end) {
    case ".blt":
      return readBlt;
    case ".abif":
      return readAbif;
    case ".csv":
      return readCsv;
    default:
      return readPrefLib;
  }
}
