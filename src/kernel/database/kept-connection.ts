import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

/** What is done with a connection that is kept open. */
export interface ConnectionUse {
  /** Told of each connection, once it stands. A throw gives it up. */
  readonly begin: (client: pg.Client) => Promise<void>;
  /** Told when a connection is gone, or did not come about. */
  readonly end: () => void;
  /** Why, unless the signal ended it. */
  readonly lost: (cause: unknown) => void;
}

/** Keeps one connection of its own open until the signal, and opens it again when it is lost. */
export async function keepConnection(
  url: string,
  retryMs: number,
  signal: AbortSignal,
  { begin, end, lost }: ConnectionUse,
): Promise<void> {
  while (!signal.aborted) {
    const client = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 10_000 });
    const ended = new Promise<unknown>((resolve) => {
      client.on("error", resolve);
      client.once("end", () => resolve(undefined));
    });
    try {
      await client.connect();
      await begin(client);
      const cause = await Promise.race([ended, aborted(signal)]);
      if (!signal.aborted) lost(cause);
    } catch (cause) {
      if (!signal.aborted) lost(cause);
    }
    end();
    await client.end().catch(() => {});
    await pause(retryMs, undefined, { signal }).catch(() => {});
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
