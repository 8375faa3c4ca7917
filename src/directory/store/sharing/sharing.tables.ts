import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** Another directory that is followed, or was. */
export type OriginRow = {
  readonly id: string;
  readonly host: string;
  readonly actor_uri: string;
  readonly page: string;
  readonly follow_id: string;
  readonly state: string;
  readonly asked_at: Microseconds;
  readonly answered_at: Microseconds | null;
  readonly ended_at: Microseconds | null;
  readonly ended_because: string | null;
  readonly up_to: number;
  readonly is_behind: number;
  readonly heard_at: Microseconds | null;
  readonly failed_at: Microseconds | null;
  readonly failure: string | null;
  readonly faults: number;
  readonly fault_at: Microseconds | null;
  readonly day_at: Microseconds;
  readonly day_changes: number;
  readonly day_octets: number;
  readonly entries: number;
  readonly claims: number;
};

/** An entry of another directory, and the one here that is the same place. */
export type HeardEntryRow = {
  readonly origin_id: string;
  readonly entry_there: string;
  readonly entry_id: string;
};

/** A claim of another directory, and the one here by which it is told; it stays, as one that stands no more, while the directory is followed. */
export type HeardClaimRow = {
  readonly origin_id: string;
  readonly claim_there: string;
  readonly entry_there: string;
  readonly claim_id: string;
  readonly entry_id: string;
  readonly stands: number;
};

/** Whoever follows this directory. */
export type FollowerRow = {
  readonly uri: string;
  readonly host: string;
  readonly handle: string;
  readonly inbox: string;
  readonly shared_inbox: string | null;
  readonly follow_id: string;
  readonly since: Microseconds;
};

type SharingTables = {
  readonly directory_origins: OriginRow;
  readonly directory_heard_entries: HeardEntryRow;
  readonly directory_heard_claims: HeardClaimRow;
  readonly directory_followers: FollowerRow;
  readonly directory_claims: { readonly id: string; readonly entry_id: string; readonly ended_at: Microseconds | null };
  readonly directory_counts: { readonly of: string; readonly count: number };
};

/** The database, seen as what is shared with other directories. */
export function sharingTables(database: Database) {
  return database.withTables<SharingTables>();
}
