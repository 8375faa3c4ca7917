import type { Kysely } from "kysely";

/** The two engines that run every query. */
export type Engine = "sqlite" | "postgres";

/**
 * Something to query. It knows no table by itself: each `x.tables.ts` adds its own with `db.withTables<…>()`, so that a
 * store sees its own tables and no others.
 */
export type Database = Kysely<object>;

/** Something that is still to be written, in one transaction with whatever else belongs to it. */
export type Write = (transaction: Database) => Promise<void>;

/** The one database of a running Koinon. A resource: whoever opened it closes it. */
export interface DatabaseHandle {
  readonly engine: Engine;
  /** Committed state only. On SQLite a second, read-only connection, which never waits for a writer. */
  readonly read: Database;
  /**
   * Runs `work` in a transaction and settles only when its commit is durable; a throw undoes all of `work`.
   *
   * `work` may run more than once (PostgreSQL, after a collision), so it must touch nothing but `transaction`. On SQLite,
   * works that arrive together share one commit, each within its own savepoint.
   *
   * @throws StorageFailure when the engine cannot write or cannot be reached; nothing of `work` was kept
   */
  write<Value>(work: (transaction: Database) => Promise<Value>): Promise<Value>;
  /** {@link write} for work that is one single statement, which is a transaction by itself. */
  writeAtOnce<Value>(work: (database: Database) => Promise<Value>): Promise<Value>;
  /**
   * Holds everything called `name` to one transaction at a time, from what it asks next until it ends; SQLite has but one anyway.
   * It does not wait by itself: the next thing asked does.
   */
  lock(transaction: Database, name: string): Promise<void>;
  /** The name under which this process takes work in hand; another one each time the database is opened. */
  readonly holder: string;
  /**
   * Lets other processes see that this holder lives, until the database is closed; settles when they can. Whoever takes work in hand
   * does so only afterwards: what a holder has that nobody sees is taken for abandoned.
   *
   * @param lost told when the others may not see it for a moment
   */
  appear(lost: (cause: unknown) => void): Promise<void>;
  /** Whether another holder is gone, its process with it. Until the end of the transaction it does not come back. */
  isGone(transaction: Database, holder: string): Promise<boolean>;
  /**
   * Sweeps out what was erased from these tables and still lies about: SQLite's write-ahead log is folded into the file and emptied,
   * PostgreSQL's dead rows are removed (its own log is kept as long as its settings say).
   *
   * @throws StorageFailure when somebody still reads what was; try again later
   */
  sweep(tables: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** The engine itself failed. `full`: no room to write. `away`: cannot be reached or will not answer now; try again later. */
export class StorageFailure extends Error {
  readonly reason: "full" | "away";

  constructor(reason: "full" | "away", cause: unknown) {
    super(reason === "full" ? "the database has no room left to write" : "the database cannot be reached", { cause });
    this.name = "StorageFailure";
    this.reason = reason;
  }
}

/** What stands where the records should be cannot be opened as a database: another kind of file, or a damaged one. */
export class NotADatabase extends Error {
  constructor(place: string, cause: unknown) {
    super(`${place} cannot be opened as a database: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
    this.name = "NotADatabase";
  }
}
