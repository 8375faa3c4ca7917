import { randomUUID } from "node:crypto";
import { Kysely, PostgresDialect, sql } from "kysely";
import { StorageFailure, type Database, type DatabaseHandle } from "./database.ts";
import { isHolderGone, showHolder, type ShownHolder } from "./holder-postgres.ts";
import { forReading, forWriting, isOutdatedPlan, openPool, sqlState } from "./postgres-pool.ts";
import { prepared } from "./prepared.ts";

const ATTEMPTS = 8;

/**
 * Opens a PostgreSQL database by its URL. Its defaults are kept (`fsync` and `synchronous_commit` on).
 *
 * Transactions run at READ COMMITTED; what must not interleave is held by {@link DatabaseHandle.lock}. One that collides
 * (serialisation failure, deadlock) is run again whole.
 */
export function openPostgres(url: string): DatabaseHandle {
  const pool = openPool(url);
  const database: Database = new Kysely<object>({ dialect: new PostgresDialect({ pool: forWriting(pool) }) });
  const read: Database = new Kysely<object>({
    dialect: new PostgresDialect({ pool: forReading(pool, storageFailure) }),
  });
  const underWay = new Set<Promise<unknown>>();
  const keep = <Value>(done: Promise<Value>): Promise<Value> => {
    underWay.add(done);
    return done.finally(() => underWay.delete(done));
  };
  const holder = randomUUID();
  let shown: ShownHolder | undefined;
  return {
    engine: "postgres",
    read,
    write: (work) => keep(untilNoCollision(() => database.transaction().execute((transaction) => work(transaction)))),
    writeAtOnce: (work) => keep(untilNoCollision(() => work(database))),
    lock: (transaction, name) => holdUntilTheEnd.later(transaction, { name }),
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

const holdUntilTheEnd = prepared((database, given: { name: string }) => ({
  compile: () => sql`select pg_advisory_xact_lock(hashtextextended(${given.name}, 0))`.compile(database),
}));

async function untilNoCollision<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (cause) {
      if (isCollision(cause) && attempt < ATTEMPTS) continue;
      throw storageFailure(cause);
    }
  }
}

function isCollision(cause: unknown): boolean {
  return ["40001", "40P01"].includes(sqlState(cause)) || isOutdatedPlan(cause);
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
