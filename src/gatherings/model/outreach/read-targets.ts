import { typedAddress, type TypedTarget } from "./target.ts";

/** What was read of a list, and the lines that could not be. */
export interface ReadTargets {
  readonly targets: readonly TypedTarget[];
  readonly unread: readonly string[];
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
  users: "size",
};
const spoken = ["en", "es", "fr", "de", "it"];

/**
 * Reads the rows of a list of targets: an address and, as far as known, language, country, number of people, software and
 * name; or a table with a header that names its columns of which those are taken that mean the same.
 *
 * A row of a directory that says it is closed or planned, or has no domain, is left out without a word. Addresses that are there twice
 * count once, the first time.
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
  const unread: string[] = [];
  for (const row of hasHeader ? rows.slice(1) : rows) {
    const cell = (name: string) => row[columns.indexOf(name)] ?? "";
    if (hasHeader && (cell("address") === "" || /^(closed|planned)/.test(cell("status")))) continue;
    const target = targetFrom(cell);
    if (target === undefined) unread.push(row.join(", "));
    else if (fits(target, filter) && !targets.has(target.address)) targets.set(target.address, target);
  }
  return { targets: [...targets.values()], unread };
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
