import { randomUUID } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { NotADatabase, StorageFailure, type Database, type DatabaseHandle } from "./database.ts";
import { sqliteDialect } from "./sqlite-dialect.ts";

/** So many works share one commit at most; more would make the first of them wait for the last. */
const WORKS_PER_COMMIT = 100;
const PAGE_CACHE_KIB = 8 * 1024;
/** The log is folded into the file when it has grown by so many pages, 16 MiB: a page that every vote changes goes there once, not for each commit. */
const PAGES_PER_CHECKPOINT = 4000;

/** One piece of work in the queue. */
interface Unit {
  /** Does the work and gives the answer, which is told once the work is durable; never throws. */
  readonly run: (transaction: Database) => Promise<Outcome>;
  readonly fail: (cause: unknown) => void;
}

/** What became of a unit inside its savepoint: whether its changes stay, and how whoever asked is told. */
interface Outcome {
  readonly keeps: boolean;
  /** Why not, when they do not. */
  readonly cause?: unknown;
  readonly tell: () => void;
}

/**
 * Opens the embedded database in `file`, creating it if need be.
 *
 * `journal_mode = WAL` with `synchronous = FULL` syncs the log at every commit (https://www.sqlite.org/pragma.html#pragma_synchronous),
 * so that what was answered survives a loss of power, if the disk does not lie about syncing. What it takes to undo one work of a shared
 * commit is kept in memory (`temp_store`): in a file, each page that a work changes would be written once more.
 *
 * @throws NotADatabase, StorageFailure
 */
export function openSqlite(file: string): DatabaseHandle {
  const { writer, reader } = openConnections(file);
  const snapshot = sharedSnapshot(reader);
  const write: Database = new Kysely<object>({ dialect: sqliteDialect(writer) });
  const read: Database = new Kysely<object>({ dialect: sqliteDialect(reader, snapshot) });
  const commits = sharedCommits(writer, write, snapshot.close);
  const holder = randomUUID();
  return {
    engine: "sqlite",
    read,
    write: (work) => commits.write(work),
    writeAtOnce: (work) => commits.write(work),
    lock: async () => {},
    holder,
    // One process works in a data folder at a time, and the system frees the folder when it ends: any other holder is a former one.
    appear: async () => {},
    isGone: async (_transaction, other) => other !== holder,
    sweep: async () => {
      await commits.idle();
      snapshot.close();
      emptyLog(writer);
    },
    close: async () => {
      await commits.idle();
      // Kysely closes only what was used. The writer is the last: only it can fold the write-ahead log into the file, which is then the whole of the records.
      await read.destroy();
      if (reader.isOpen) reader.close();
      await write.destroy();
      if (writer.isOpen) writer.close();
    },
  };
}

function openConnections(file: string): { readonly writer: DatabaseSync; readonly reader: DatabaseSync } {
  try {
    const writer = new DatabaseSync(file, { timeout: 5000 });
    writer.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;
      PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = ${PAGES_PER_CHECKPOINT};
      PRAGMA cache_size = -${PAGE_CACHE_KIB}; PRAGMA journal_size_limit = 67108864;`);
    const reader = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
    reader.exec(`PRAGMA cache_size = -${PAGE_CACHE_KIB};`);
    return { writer, reader };
  } catch (cause) {
    throw isEngineFailure(cause) ? storageFailure(cause) : new NotADatabase(file, cause);
  }
}

/**
 * Reads of one turn of the loop share a snapshot. SQLite drops a connection's page cache with the first snapshot that another
 * connection has changed, so that one snapshot for each read would read every page from the file again, again and again.
 */
function sharedSnapshot(reader: DatabaseSync) {
  let isOpen = false;
  const close = (): void => {
    if (isOpen && reader.isOpen) reader.exec("COMMIT");
    isOpen = false;
  };
  return {
    /** Before each statement. A transaction that somebody asked for has a snapshot of its own. */
    before: (sql: string): void => {
      if (sql === "begin") close();
      else if (!reader.isTransaction) {
        reader.exec("BEGIN");
        isOpen = true;
        setImmediate(close);
      }
    },
    isTaken: (): boolean => reader.isTransaction && !isOpen,
    /** After each commit: whoever was answered reads what they wrote. */
    close,
  };
}

/** Folds the write-ahead log into the file and empties it (https://www.sqlite.org/pragma.html#pragma_wal_checkpoint), without waiting for readers. */
function emptyLog(writer: DatabaseSync): void {
  writer.exec("PRAGMA busy_timeout = 0");
  try {
    const [state] = writer.prepare("PRAGMA wal_checkpoint(TRUNCATE)").all();
    if (state?.["busy"] !== 0) throw new StorageFailure("away", new Error("somebody reads what stands in the log"));
  } finally {
    writer.exec("PRAGMA busy_timeout = 5000");
  }
}

/** Works that arrive while a commit is under way share the next one. */
function sharedCommits(connection: DatabaseSync, transaction: Database, committed: () => void) {
  const statements = savepoints(connection);
  const waiting: Unit[] = [];
  let draining: Promise<void> | undefined;

  const drain = async (): Promise<void> => {
    // One turn of the loop lets requests that are already at the door come in.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (waiting.length > 0) await commitTogether({ connection, statements, transaction, committed }, waiting);
    draining = undefined;
  };

  return {
    write<Value>(work: (transaction: Database) => Promise<Value>): Promise<Value> {
      return new Promise<Value>((resolve, reject) => {
        const run = async (inside: Database): Promise<Outcome> => {
          try {
            const value = await work(inside);
            return { keeps: true, tell: () => resolve(value) };
          } catch (cause) {
            return { keeps: false, cause, tell: () => reject(isEngineFailure(cause) ? storageFailure(cause) : cause) };
          }
        };
        waiting.push({ run, fail: reject });
        draining ??= drain();
      });
    },
    idle: async () => draining,
  };
}

/** What a shared commit works with. */
interface Writing {
  readonly connection: DatabaseSync;
  readonly statements: ReturnType<typeof savepoints>;
  readonly transaction: Database;
  readonly committed: () => void;
}

/** Prepared once: they surround every work. */
function savepoints(connection: DatabaseSync) {
  return { open: connection.prepare("SAVEPOINT work"), keep: connection.prepare("RELEASE work") };
}

/**
 * Nobody is told anything before the commit: not even a refusal, since it may rest on what an earlier work of the same commit
 * wrote. When the commit fails, all who shared it hear so, and nothing of theirs was kept.
 */
async function commitTogether(writing: Writing, waiting: Unit[]): Promise<void> {
  const { connection } = writing;
  const taken: Unit[] = [];
  const outcomes: Outcome[] = [];
  try {
    connection.exec("BEGIN IMMEDIATE");
    while (taken.length < WORKS_PER_COMMIT) {
      const unit = waiting.shift();
      if (unit === undefined) break;
      taken.push(unit);
      outcomes.push(await runInSavepoint(writing, unit));
    }
    connection.exec("COMMIT");
    writing.committed();
  } catch (cause) {
    // Without so much as a beginning, everyone who waits would meet the same failure, each after the engine's own wait.
    const concerned = taken.length > 0 ? taken : waiting.splice(0);
    rollBack(connection);
    for (const unit of concerned)
      unit.fail(isEngineFailure(cause) ? storageFailure(cause) : new StorageFailure("away", cause));
    return;
  }
  for (const outcome of outcomes) outcome.tell();
}

async function runInSavepoint({ connection, statements, transaction }: Writing, unit: Unit): Promise<Outcome> {
  statements.open.run();
  const outcome = await unit.run(transaction);
  // After some errors SQLite rolls back everything by itself (https://www.sqlite.org/lang_transaction.html, section 3).
  if (!connection.isTransaction) throw outcome.cause;
  if (outcome.keeps) statements.keep.run();
  else connection.exec("ROLLBACK TO work; RELEASE work");
  return outcome;
}

function rollBack(connection: DatabaseSync): void {
  try {
    if (connection.isTransaction) connection.exec("ROLLBACK");
  } catch {
    // The next commit begins with an error, and comes here again.
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
