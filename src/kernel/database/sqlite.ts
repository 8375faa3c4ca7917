import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { StorageFailure, type Database, type DatabaseHandle } from "./database.ts";
import { sqliteDialect } from "./sqlite-dialect.ts";

/** So many works share one commit at most; more would make the first of them wait for the last. */
const WORKS_PER_COMMIT = 100;
const PAGE_CACHE_KIB = 8 * 1024;

interface Unit {
  readonly run: (transaction: Database) => Promise<void>;
  readonly settle: () => void;
  readonly fail: (cause: unknown) => void;
}

/**
 * Opens the embedded database in `file`, creating it if need be.
 *
 * `journal_mode = WAL` with `synchronous = FULL` syncs the log at every commit (https://www.sqlite.org/pragma.html#pragma_synchronous),
 * so that what was answered survives a loss of power, if the disk does not lie about syncing.
 */
export function openSqlite(file: string): DatabaseHandle {
  const writer = new DatabaseSync(file, { timeout: 5000 });
  writer.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;
    PRAGMA cache_size = -${PAGE_CACHE_KIB}; PRAGMA journal_size_limit = 67108864;`);
  const reader = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  reader.exec(`PRAGMA cache_size = -${PAGE_CACHE_KIB};`);
  const write: Database = new Kysely<object>({ dialect: sqliteDialect(writer) });
  const read: Database = new Kysely<object>({ dialect: sqliteDialect(reader) });
  const commits = sharedCommits(writer, write);
  return {
    engine: "sqlite",
    read,
    write: commits.write,
    lock: async () => {},
    close: async () => {
      await commits.idle();
      await Promise.all([write.destroy(), read.destroy()]);
    },
  };
}

/** Works that arrive while a commit is under way share the next one. */
function sharedCommits(connection: DatabaseSync, transaction: Database) {
  const waiting: Unit[] = [];
  let draining: Promise<void> | undefined;

  const drain = async (): Promise<void> => {
    // One turn of the loop lets requests that are already at the door come in.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (waiting.length > 0) await commitTogether(connection, transaction, waiting);
    draining = undefined;
  };

  return {
    write<Value>(work: (transaction: Database) => Promise<Value>): Promise<Value> {
      return new Promise<Value>((resolve, reject) => {
        let settle: () => void = () => {};
        waiting.push({
          run: async (inside) => {
            const value = await work(inside);
            settle = () => resolve(value);
          },
          settle: () => settle(),
          fail: reject,
        });
        draining ??= drain();
      });
    },
    idle: async () => draining,
  };
}

async function commitTogether(connection: DatabaseSync, transaction: Database, waiting: Unit[]): Promise<void> {
  const done: Unit[] = [];
  try {
    connection.exec("BEGIN IMMEDIATE");
    for (let count = 0; count < WORKS_PER_COMMIT; count++) {
      const unit = waiting.shift();
      if (unit === undefined) break;
      if (await runInSavepoint(connection, transaction, unit)) done.push(unit);
    }
    connection.exec("COMMIT");
  } catch (cause) {
    // The engine gave up the whole transaction (no room, an I/O error): nobody in it was answered yet, so all hear of it.
    if (connection.isTransaction) connection.exec("ROLLBACK");
    const failed = done.length > 0 ? done : waiting.splice(0, 1);
    for (const unit of failed) unit.fail(storageFailure(cause));
    return;
  }
  for (const unit of done) unit.settle();
}

/** @returns whether the unit's changes are in the transaction; if not, it has been told why */
async function runInSavepoint(connection: DatabaseSync, transaction: Database, unit: Unit): Promise<boolean> {
  connection.exec("SAVEPOINT work");
  try {
    await unit.run(transaction);
    connection.exec("RELEASE work");
    return true;
  } catch (cause) {
    unit.fail(isEngineFailure(cause) ? storageFailure(cause) : cause);
    // SQLite may have rolled back everything by itself (https://www.sqlite.org/lang_transaction.html, section 3).
    if (!connection.isTransaction) throw cause;
    connection.exec("ROLLBACK TO work; RELEASE work");
    return false;
  }
}

// Primary result codes: https://www.sqlite.org/rescode.html
const SQLITE_BUSY = 5;
const SQLITE_READONLY = 8;
const SQLITE_IOERR = 10;
const SQLITE_FULL = 13;

function primaryCode(cause: unknown): number | undefined {
  if (!(cause instanceof Error) || !("errcode" in cause) || typeof cause.errcode !== "number") return undefined;
  return cause.errcode & 0xff;
}

function isEngineFailure(cause: unknown): boolean {
  const code = primaryCode(cause);
  return code === SQLITE_BUSY || code === SQLITE_READONLY || code === SQLITE_IOERR || code === SQLITE_FULL;
}

function storageFailure(cause: unknown): unknown {
  const code = primaryCode(cause);
  if (code === SQLITE_FULL || code === SQLITE_IOERR) return new StorageFailure("full", cause);
  if (code === SQLITE_BUSY || code === SQLITE_READONLY) return new StorageFailure("away", cause);
  return cause;
}
