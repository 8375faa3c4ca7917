import { hostFrom, type BlockedHost, type Severity } from "./blocked-host.ts";

/** The columns of Mastodon's list of domain blocks (`Admin::ExportDomainBlocksController`), in its order. */
const columns = ["#domain", "#severity", "#reject_media", "#reject_reports", "#public_comment", "#obfuscate"] as const;

/** What was read of a list: the blocks, and how many lines were of no use. */
export interface ReadBlockList {
  readonly hosts: readonly BlockedHost[];
  readonly skipped: number;
}

/** A list of blocks as rows of Mastodon's format, with its line of names. */
export function blockListRows(hosts: readonly BlockedHost[]): readonly (readonly string[])[] {
  const rows = hosts.map(({ host, severity, reason }) => [host, severity, "false", "false", reason, "false"]);
  return [columns, ...rows];
}

/**
 * The blocks in rows of Mastodon's format, whatever the order of its columns and whichever are missing; a list without names is one of
 * hosts alone. Lines with severity `noop`, or without a host, are skipped. `otherwise` is the reason where a line gives none.
 */
export function readBlockList(rows: readonly (readonly string[])[], otherwise: string): ReadBlockList {
  const [first = [], ...rest] = rows;
  const names = first.map((name) => name.trim().replace(/^#/, "").toLowerCase());
  const isNamed = names.includes("domain");
  const lines = (isNamed ? rest : rows).filter((row) => row.some((cell) => cell.trim() !== ""));
  const cell = (row: readonly string[], name: string) => (isNamed ? (row[names.indexOf(name)] ?? "").trim() : "");
  const hosts = lines.flatMap((row): readonly BlockedHost[] => {
    const host = hostFrom(isNamed ? cell(row, "domain") : (row[0] ?? ""));
    const severity = severityFrom(cell(row, "severity"));
    if (host === undefined || severity === undefined) return [];
    return [{ host, severity, reason: cell(row, "public_comment").slice(0, 1_000) || otherwise }];
  });
  return { hosts, skipped: lines.length - hosts.length };
}

/** Mastodon's severities; a list without them means to suspend. `noop` changes nothing about people, so there is nothing to block. */
function severityFrom(text: string): Severity | undefined {
  switch (text.toLowerCase()) {
    case "":
    case "suspend":
      return "suspend";
    case "silence":
    case "limit":
      return "silence";
    default:
      return undefined;
  }
}
