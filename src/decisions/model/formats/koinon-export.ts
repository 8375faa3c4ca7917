import { canonicalJson, type Json } from "../../../kernel/base/canonical-json.ts";
import { accepted } from "../../../kernel/base/result.ts";
import type { Counted } from "../../methods/method.ts";
import { broken, mostBallots, mostOptions, type Read } from "./ballot-file.ts";

/** Everything that a recount needs, of any method: what was asked, how it is counted, the seed, and the ballots. */
export interface KoinonExport {
  readonly title: string;
  readonly method: string;
  /** The version of the counting rule that was used. */
  readonly version: number;
  readonly options: readonly string[];
  readonly settings: Json;
  readonly seed: string;
  readonly ballots: readonly Counted<Json>[];
}

/**
 * Writes an export: JSON with one ballot on a line, equal ones together, sorted by what they say, so that nothing tells in which order they
 * came.
 */
export function writeKoinonExport({ ballots, ...asked }: KoinonExport): string {
  const counts = new Map<string, number>();
  for (const { ballot, count } of ballots) {
    const key = canonicalJson(ballot);
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  const lines = [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const head = Object.entries({ koinon: "ballots", format: 1, ...asked });
  return [
    "{",
    ...head.map(([name, value]) => `  ${JSON.stringify(name)}: ${canonicalJson(value)},`),
    '  "ballots": [',
    lines.map(([ballot, count]) => `    {"ballot": ${ballot}, "count": ${count}}`).join(",\n"),
    "  ]",
    "}",
    "",
  ].join("\n");
}

/** Reads an export. What stands in its settings and ballots is left to the method's own readers. */
export function readKoinonExport(text: string): Read<KoinonExport> {
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  const { koinon, format, title, method, version, options, settings, seed, ballots } = parsed.value;
  if (koinon !== "ballots" || format !== 1) return broken(lineOf(text, "koinon"), "not-an-export");
  if (typeof title !== "string" || typeof method !== "string" || typeof seed !== "string" || settings === undefined)
    return broken(lineOf(text, "method"), "not-an-export");
  if (typeof version !== "number" || !Number.isInteger(version)) return broken(lineOf(text, "version"), "not-a-number");
  if (!isList(options) || !options.every((name) => typeof name === "string"))
    return broken(lineOf(text, "options"), "not-an-export");
  if (options.length > mostOptions) return broken(lineOf(text, "options"), "too-many-options", String(mostOptions));
  if (!isList(ballots)) return broken(lineOf(text, "ballots"), "not-an-export");
  const counted = readBallots(ballots, lineOf(text, "ballots"));
  if (!counted.ok) return counted;
  return accepted({ title, method, version, options, settings, seed, ballots: counted.value });
}

type Members = Readonly<Record<string, Json | undefined>>;

function readBallots(raw: readonly Json[], line: number): Read<readonly Counted<Json>[]> {
  const counted: Counted<Json>[] = [];
  let total = 0;
  for (const [index, entry] of raw.entries()) {
    // As written, each ballot has its own line after that of the list.
    const at = line + index + 1;
    const members = isMembers(entry) ? entry : {};
    const { ballot, count } = members;
    if (ballot === undefined) return broken(at, "not-an-export");
    if (typeof count !== "number" || !Number.isInteger(count) || count < 1)
      return broken(at, "not-a-number", JSON.stringify(count ?? null));
    total += count;
    if (total > mostBallots) return broken(at, "count-too-large", String(count));
    counted.push({ ballot, count });
  }
  return accepted(counted);
}

function parse(text: string): Read<Members> {
  try {
    const value = JSON.parse(text) as Json;
    return isMembers(value) ? accepted(value) : broken(1, "not-an-export");
  } catch (cause) {
    return broken(lineOfError(text, cause), "not-json");
  }
}

/** The engine names the place by position; where it does not, the end of the text is where it stopped. */
function lineOfError(text: string, cause: unknown): number {
  const position = cause instanceof Error ? /position (\d+)/.exec(cause.message)?.[1] : undefined;
  return text.slice(0, position === undefined ? text.length : Number(position)).split("\n").length;
}

function lineOf(text: string, name: string): number {
  const at = text.search(new RegExp(`"${name}"\\s*:`));
  return at < 0 ? 1 : text.slice(0, at).split("\n").length;
}

function isMembers(value: Json): value is Members {
  return typeof value === "object" && value !== null && !isList(value);
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
