import type { Clock } from "./base/time.ts";
import type { IdSource } from "./base/ids.ts";
import type { Execute } from "./commands/execute.ts";
import type { Database, DatabaseHandle } from "./database/database.ts";
import type { Translations } from "./i18n/translator.ts";

/** What every edge of the program (pages, inboxes, jobs, subscribers, command line) works with. */
export interface Application {
  /** Where the world finds this server: `https://gather.example`, without a path. Ids are built from it and never change. */
  readonly origin: URL;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly translations: Translations;
  /** Committed state; for writing there is only {@link Application.execute}. */
  readonly read: Database;
  readonly execute: Execute;
  /** For the machinery of the kernel alone: its queues, caches and leases are not state of the domain. */
  readonly database: DatabaseHandle;
}
