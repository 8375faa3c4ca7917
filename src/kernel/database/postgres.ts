import { randomUUID } from "node:crypto";
import { Kysely, PostgresDialect, sql, type PostgresPool } from "kysely";
import pg from "pg";
import { StorageFailure, type Database, type DatabaseHandle } from "./database.ts";
import { isHolderGone, showHolder, type ShownHolder } from "./holder-postgres.ts";

const ATTEMPTS = 8;
const STATEMENT_TIMEOUT_MS = 30_000;
const CONNECTION_TIMEOUT_MS = 10_000;

const exactIntegers = new Set<number>([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);

/** Integers of 64 bits, and sums of them, arrive as text from `pg`; ours (instants, counts, minor units) all fit a number exactly. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary"): unknown =>
    exactIntegers.has(oid) ? safeInteger : pg.types.getTypeParser(oid, format ?? "text"),
};

/**
 * Opens a PostgreSQL database by its URL. Its defaults are kept (`fsync` and `synchronous_commit` on).
 *
 * Transactions run at READ COMMITTED; what must not interleave is held by {@link DatabaseHandle.lock}. One that collides
 * (serialisation failure, deadlock) is run again whole.
 */
export function openPostgres(url: string): DatabaseHandle {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    types,
  });
  // A connection that dies, idle or in use, must not end the process; the next query gets a new one or fails by itself.
  pool.on("error", () => {});
  pool.on("connect", (client) => void client.on("error", () => {}));
  const database: Database = new Kysely<object>({ dialect: new PostgresDialect({ pool }) });
  const read: Database = new Kysely<object>({ dialect: new PostgresDialect({ pool: tellingFailures(pool) }) });
  const underWay = new Set<Promise<unknown>>();
  const holder = randomUUID();
  let shown: ShownHolder | undefined;
  return {
    engine: "postgres",
    read,
    write: (work) => {
      const done = transact(database, work);
      underWay.add(done);
      return done.finally(() => underWay.delete(done));
    },
    lock: async (transaction, name) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction);
    },
    holder,
    appear: (lost) => (shown ??= showHolder(url, holder, lost)).seen,
    isGone: async (transaction, other) => other !== holder && isHolderGone(transaction, other),
    sweep: async (tables) => {
      for (const table of tables) await sql`vacuum ${sql.table(table)}`.execute(read);
    },
    close: async () => {
      await Promise.allSettled(underWay);
      await shown?.hide();
      await database.destroy();
    },
  };
}

/** The same pool for those who only read: what keeps them from it is told as a {@link StorageFailure}, as to those who write. */
function tellingFailures(pool: pg.Pool): PostgresPool {
  const telling = new WeakMap<pg.PoolClient, pg.PoolClient>();
  const fail = (cause: unknown): never => {
    throw storageFailure(cause);
  };
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect().catch(fail);
      const known = telling.get(client);
      if (known !== undefined) return known;
      // All of a connection but how its queries fail; Kysely asks with promises alone.
      const made = Object.create(client, {
        query: { value: (text: string, values: unknown[]) => client.query(text, values.map(askable)).catch(fail) },
        release: { value: (destroy?: boolean) => client.release(destroy) },
      }) as pg.PoolClient;
      telling.set(client, made);
      return made;
    },
    // Whoever writes ends the pool.
    end: async () => {},
  };
}

/**
 * PostgreSQL refuses NUL in texts. Commands keep none, so nothing that is kept has one: who asks for it (`/communities/%00`) finds
 * nothing, as on the other engine, instead of failing.
 */
function askable(value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll("\u0000", "\ufffd") : value;
}

async function transact<Value>(database: Database, work: (transaction: Database) => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.transaction().execute((transaction) => work(transaction));
    } catch (cause) {
      if (isCollision(cause) && attempt < ATTEMPTS) continue;
      throw storageFailure(cause);
    }
  }
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`${text} is more than this program counts to`);
  return value;
}

// SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html
function sqlState(cause: unknown): string {
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "";
}

function isCollision(cause: unknown): boolean {
  return ["40001", "40P01"].includes(sqlState(cause));
}

// What Node says when there is nobody at the address, or no way to it.
const unreachable = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOENT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EPIPE",
  "ETIMEDOUT",
]);
// A standby that cannot write, and a statement (most likely a wait for a lock) that took too long.
const unavailable = new Set(["25006", "57014"]);

function storageFailure(cause: unknown): unknown {
  const state = sqlState(cause);
  if (state === "53100") return new StorageFailure("full", cause);
  const away = /^(08|57P|53)/.test(state) || unavailable.has(state) || unreachable.has(state);
  return away || isCollision(cause) || isCut(cause) ? new StorageFailure("away", cause) : cause;
}

/** What `pg` says without a code when the connection is gone. */
function isCut(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
      cause.message,
    )
  );
}
