import type { Microseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";

/** A person or a server kept out of a community, or held at arm's length. */
export type BlockRow = {
  readonly community_id: string;
  readonly kind: "person" | "host";
  /** A person's id, or a host in its ASCII form; a host stands for its subdomains too. */
  readonly subject: string;
  readonly level: "limit" | "block";
  readonly reason: string;
  readonly decided_by: string;
  readonly decided_at: Microseconds;
};

/** A complaint. Its text is for stewards alone. */
export type ReportRow = {
  readonly id: string;
  readonly community_id: string;
  /** Who complains, where they complained here; null for reports by other servers, which name nobody. */
  readonly reporter_id: string | null;
  /** The server a report came from; empty for this one. */
  readonly from_host: string;
  /** The activity that carried it, so that it is taken once; null for reports made here. */
  readonly activity_id: string | null;
  /** Whom it is about: an actor's URI, or a handle as the reporter typed it; perhaps empty. */
  readonly account: string;
  /** JSON list of the addresses complained of. */
  readonly objects: string;
  readonly text: string;
  readonly received_at: Microseconds;
  readonly forwarded_at: Microseconds | null;
  readonly resolved_at: Microseconds | null;
  readonly resolved_by: string | null;
  /** What was done and why; null while it is open. */
  readonly resolution: string | null;
};

export type ModerationTables = {
  readonly blocks: BlockRow;
  readonly reports: ReportRow;
};

/** The database, seen as the tables of blocks and reports. */
export function moderationTables(database: Database) {
  return database.withTables<ModerationTables>();
}
