import type { Microseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";

/** What the operator decided; there is one row, `id` being `server`. */
export type ServerSettingsRow = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly contact: string;
  /** JSON array of language tags. */
  readonly languages: string;
  readonly hue: string;
  readonly zone: string;
  readonly founding_is_open: number;
  readonly set_up_at: Microseconds;
};

/** A link by which somebody takes charge of the server, once. */
export type OperatorLinkRow = {
  /** SHA-256 of the token in the link. */
  readonly token_hash: string;
  readonly expires_at: Microseconds;
};

/** A server with which this one has nothing to do, or whose people it does not show. */
export type BlockedHostRow = {
  /** In lower case and punycode; sub-domains are meant too. */
  readonly host: string;
  /** `suspend`: nothing goes in or out. `silence`: taking part needs no less, but nothing of it is shown unasked. */
  readonly severity: string;
  readonly reason: string;
  readonly blocked_at: Microseconds;
};

/** When a backup was last made by the operator (`made`), or tried out by the server itself (`tried`). */
export type BackupRow = {
  readonly kind: string;
  readonly at: Microseconds;
  readonly is_good: number;
};

export type ServerTables = {
  readonly server_settings: ServerSettingsRow;
  readonly operator_links: OperatorLinkRow;
  readonly blocked_hosts: BlockedHostRow;
  readonly backups: BackupRow;
};

/** The database, seen as the tables of the server's own affairs. */
export function serverTables(database: Database) {
  return database.withTables<ServerTables>();
}
