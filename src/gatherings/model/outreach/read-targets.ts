import { typedAddress, type TypedTarget } from "./target.ts";

/**
 * Why a row of a list is not put on a board: a directory names no domain for it, or says that it is closed or only planned; it is there
 * twice; it is no address; or the filter leaves it out. Of what the server knows besides: it is on the board, or its server is kept out.
 */
export type SkipReason =
  | "no-domain"
  | "closed"
  | "planned"
  | "twice"
  | "unreadable"
  | "filtered"
  | "on-board"
  | "kept-out";

/** A row that is not put on a board, by what it is called there. */
export interface SkippedRow {
  readonly what: string;
  readonly reason: SkipReason;
}

/** What was read of a list, and what was not taken of it. */
export interface ReadTargets {
  readonly targets: readonly TypedTarget[];
  readonly skipped: readonly SkippedRow[];
}

/** What to take over of a list; an empty word takes everything. */
export interface TargetFilter {
  readonly country: string;
  readonly language: string;
  readonly software: string;
}

/** So many targets one list may bring. */
export const mostTargets = 500;

/** The columns of a list without a header. */
const plainColumns = ["address", "language", "country", "size", "software", "name"];
/** Names that other lists have for these columns, such as a directory of instances. */
const otherNames: Readonly<Record<string, string>> = {
  domain: "address",
  host: "address",
  handle: "address",
  instance: "address",
  languages: "language",
  users: "size",
};
const spoken = ["en", "es", "fr", "de", "it"];

/**
 * Reads the rows of a list of targets: an address and, as far as known, language, country, number of people, software and
 * name; or a table with a header that names its columns of which those are taken that mean the same.
 *
 * A row of a directory that says it is closed or planned, or has no domain, is skipped. Addresses that are there twice count once, the first
 * time.
 */
export function readTargets(
  list: readonly (readonly string[])[],
  filter: TargetFilter = { country: "", language: "", software: "" },
): ReadTargets {
  const rows = list.map((row) => row.map((cell) => cell.trim())).filter((row) => row.some((cell) => cell !== ""));
  const header = rows[0]?.map((cell) => otherNames[cell.toLowerCase()] ?? cell.toLowerCase()) ?? [];
  const hasHeader = header.includes("address");
  const columns = hasHeader ? header : plainColumns;
  const targets = new Map<string, TypedTarget>();
  const skipped: SkippedRow[] = [];
  for (const row of hasHeader ? rows.slice(1) : rows) {
    const cell = (name: string) => row[columns.indexOf(name)] ?? "";
    const target = (hasHeader ? gapIn(cell) : undefined) ?? targetFrom(cell) ?? "unreadable";
    if (typeof target === "string")
      skipped.push({ what: target === "unreadable" ? row.join(", ") : calledIn(cell), reason: target });
    else if (targets.has(target.address)) skipped.push({ what: target.address, reason: "twice" });
    else if (!fits(target, filter)) skipped.push({ what: target.address, reason: "filtered" });
    else targets.set(target.address, target);
  }
  return { targets: [...targets.values()], skipped };
}

/** The rows of targets as {@link readTargets} reads them without a header. */
export function rowsOfTargets(targets: readonly TypedTarget[]): readonly (readonly string[])[] {
  return targets.map(({ address, language, country, size, software, name }) => [
    address,
    language ?? "",
    country,
    size === null ? "" : String(size),
    software,
    name,
  ]);
}

function gapIn(cell: (name: string) => string): SkipReason | undefined {
  const [, gone] = /^(closed|planned)/i.exec(cell("status")) ?? [];
  if (gone !== undefined) return gone.toLowerCase() === "closed" ? "closed" : "planned";
  return cell("address") === "" ? "no-domain" : undefined;
}

function calledIn(cell: (name: string) => string): string {
  return cell("name") === "" ? cell("address") : cell("name");
}

function targetFrom(cell: (name: string) => string): TypedTarget | undefined {
  const found = typedAddress(cell("address"));
  if (found === undefined) return undefined;
  const language = cell("language").toLowerCase().slice(0, 2);
  const [, country = ""] = /^([A-Za-z]{2})(?:$|\/)/.exec(cell("country")) ?? [];
  const size = Number.parseInt(cell("size"), 10);
  return {
    ...found,
    name: cell("name").slice(0, 120),
    language: spoken.includes(language) ? language : null,
    country: country.toUpperCase(),
    software: cell("software").toLowerCase().slice(0, 60),
    size: Number.isSafeInteger(size) && size >= 0 ? size : null,
  };
}

function fits(target: TypedTarget, { country, language, software }: TargetFilter): boolean {
  if (country !== "" && target.country !== country.toUpperCase()) return false;
  if (language !== "" && target.language !== language.toLowerCase()) return false;
  return software === "" || target.software.includes(software.toLowerCase());
}
