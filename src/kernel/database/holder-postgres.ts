import { sql } from "kysely";
import type { Database } from "./database.ts";
import { keepConnection } from "./kept-connection.ts";

const RETRY_MS = 250;

/** A holder that other processes can see. A resource: whoever showed it hides it. */
export interface ShownHolder {
  /** Settles when it can be seen for the first time. */
  readonly seen: Promise<void>;
  hide(): Promise<void>;
}

/**
 * Shows a holder to the other processes by an advisory lock of a connection of its own: PostgreSQL drops it with the connection, and
 * the system that with the process, so that one that died is known as dead at once
 * (https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS).
 */
export function showHolder(url: string, holder: string, lost: (cause: unknown) => void): ShownHolder {
  const hiding = new AbortController();
  const { promise: seen, resolve } = Promise.withResolvers<void>();
  const showing = keepConnection(url, RETRY_MS, hiding.signal, {
    async begin(client) {
      await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [lockName(holder)]);
      resolve();
    },
    end() {},
    lost,
  });
  const hide = async () => {
    hiding.abort();
    await showing;
    resolve();
  };
  return { seen, hide };
}

/** Whether nobody shows this holder any more. Until the end of the transaction nobody can. */
export async function isHolderGone(transaction: Database, holder: string): Promise<boolean> {
  const { rows } = await sql<{ readonly is_free: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${lockName(holder)}, 0)) as is_free`.execute(transaction);
  return rows[0]?.is_free === true;
}

function lockName(holder: string): string {
  return `holder ${holder}`;
}
