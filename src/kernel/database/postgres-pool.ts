import { Socket } from "node:net";
import type { PostgresPool } from "kysely";
import pg from "pg";
import { StorageFailure } from "./database.ts";
import { nameOfPrepared } from "./prepared.ts";

const CONNECTIONS = 10;
const STATEMENT_TIMEOUT_MS = 30_000;
const CONNECTION_TIMEOUT_MS = 10_000;

const exactIntegers = new Set<number>([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);

/** Integers of 64 bits, and sums of them, arrive as text from `pg`; ours (instants, counts, minor units) all fit a number exactly. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary"): unknown =>
    exactIntegers.has(oid) ? safeInteger : pg.types.getTypeParser(oid, format ?? "text"),
};

/** Opens connections that send what is asked without waiting for the answer before (protocol of PostgreSQL, 54.2.4 "Pipelining"). */
export function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    pipeline: true,
    stream: gatheringSocket,
    types,
  });
  // A connection that dies, idle or in use, must not end the process; the next query gets a new one or fails by itself.
  pool.on("error", () => {});
  pool.on("connect", (client) => void client.on("error", () => {}));
  return pool;
}

/** A socket that sends together what is written in one turn: each sending costs more than what a short query does. */
function gatheringSocket(): Socket {
  const socket = new Socket();
  const write = socket.write.bind(socket);
  let isGathering = false;
  const gather = (...words: unknown[]): boolean => {
    if (!isGathering) {
      isGathering = true;
      socket.cork();
      process.nextTick(() => {
        isGathering = false;
        socket.uncork();
      });
    }
    return write(...(words as Parameters<Socket["write"]>));
  };
  // Connecting puts the usual `write` back, also over one that a class of ours would have.
  socket.once("connect", () => (socket.write = gather));
  return socket;
}

type Ask = (text: string, values: readonly unknown[]) => Promise<pg.QueryResult>;

/** The pool for those who only read: why they cannot is told in the words of `failure`. */
export function forReading(pool: pg.Pool, failure: (cause: unknown) => unknown): PostgresPool {
  const fail = (cause: unknown): never => {
    throw failure(cause);
  };
  const ask = (client: pg.PoolClient): Ask => {
    const send = sending(client);
    return (text, values) => send(text, values.map(askable)).catch(fail);
  };
  return {
    options: pool.options,
    connect: connecting(() => pool.connect().catch(fail), ask),
    // Whoever writes ends the pool.
    end: async () => {},
  };
}

/**
 * The pool for those who write. A transaction begins together with its first statement, without a round trip of its own; what a
 * statement that nobody waited for came to is told by whichever comes next, the commit at the latest.
 */
export function forWriting(pool: pg.Pool): PostgresPool {
  return { options: pool.options, connect: connecting(() => pool.connect(), inTransactions), end: () => pool.end() };
}

function inTransactions(client: pg.PoolClient): Ask {
  const send = sending(client);
  /** Why the transaction came to nothing: what follows would only hear that it did. */
  let failure: Error | undefined;
  const keep = (cause: unknown): void => {
    if (cause instanceof Error) failure ??= cause;
  };
  const note = (cause: unknown): never => {
    keep(cause);
    throw sqlState(cause) === IN_FAILED_TRANSACTION ? failure : cause;
  };
  return async (text, values) => {
    if (text === "begin") {
      failure = undefined;
      send(text, values).catch(keep);
      return begun;
    }
    const answer = await send(text, values).catch(note);
    if (text === "commit" && answer.command === "ROLLBACK" && failure !== undefined) throw failure;
    return answer;
  };
}

const IN_FAILED_TRANSACTION = "25P02";
const begun: pg.QueryResult = { command: "BEGIN", rowCount: null, oid: 0, rows: [], fields: [] };

/** What is asked again and again is planned once by each connection, under a name. */
function sending(client: pg.PoolClient): Ask {
  return async (text, values) => {
    const name = nameOfPrepared(text);
    return client.query({ ...(name !== undefined && { name }), text, values: [...values] });
  };
}

/** Whether a table has other columns now than when this connection planned the query: a newer program came meanwhile. Another connection can. */
export function isOutdatedPlan(cause: unknown): boolean {
  return sqlState(cause) === "0A000" && cause instanceof Error && cause.message.startsWith("cached plan");
}

/** Gives each connection of the pool the way of asking, once. */
function connecting(connect: () => Promise<pg.PoolClient>, askOf: (client: pg.PoolClient) => Ask) {
  const known = new WeakMap<pg.PoolClient, pg.PoolClient>();
  return async (): Promise<pg.PoolClient> => {
    const client = await connect();
    const made = known.get(client) ?? asking(client, askOf(client));
    known.set(client, made);
    return made;
  };
}

/** All of a connection but how it is asked; Kysely asks with promises alone. One whose plans are outdated goes when it is given back. */
function asking(client: pg.PoolClient, ask: Ask): pg.PoolClient {
  let isOutdated = false;
  const query: Ask = (text, values) =>
    ask(text, values).catch((cause: unknown) => {
      isOutdated ||= isOutdatedPlan(cause instanceof StorageFailure ? cause.cause : cause);
      throw cause;
    });
  return Object.create(client, {
    query: { value: query },
    release: { value: (destroy?: boolean) => client.release(destroy === true || isOutdated) },
  }) as pg.PoolClient;
}

/**
 * PostgreSQL refuses NUL in texts. Commands keep none, so nothing that is kept has one: who asks for it (`/communities/%00`) finds
 * nothing, as on the other engine, instead of failing.
 */
function askable(value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll("\u0000", "\ufffd") : value;
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`${text} is more than this program counts to`);
  return value;
}

// SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html
/** The five characters by which PostgreSQL says what went wrong; empty for what it did not say. */
export function sqlState(cause: unknown): string {
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "";
}
