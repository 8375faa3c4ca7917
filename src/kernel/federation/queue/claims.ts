import { sql } from "kysely";
import type { Application } from "../../application.ts";
import type { Json } from "../../base/canonical-json.ts";
import { microsecondsFromInstant } from "../../base/time.ts";
import type { Database } from "../../database/database.ts";
import { queueTables, type QueueMessageRow } from "./queue.tables.ts";

const LEASE = Temporal.Duration.from({ minutes: 2 });
const BREATH = Temporal.Duration.from({ seconds: 2 });
const ATTEMPTS = 12;
const LONGEST_WAIT_SECONDS = 6 * 3600;

/** A message in hand. */
export interface ClaimedMessage {
  readonly id: string;
  readonly key: string;
  readonly message: Json;
  readonly attempt: number;
  /** Names the lease: who still holds it may end it. */
  readonly leasedUntil: number;
}

/** Takes up to `most` due messages in hand, of each ordering key only the first that waits. */
export async function claimMessages(
  application: Application,
  queue: string,
  most: number,
): Promise<readonly ClaimedMessage[]> {
  if (most <= 0) return [];
  const now = microsecondsFromInstant(application.clock());
  const until = microsecondsFromInstant(application.clock().add(LEASE));
  // Skipping rows that another process is just leasing is the one thing the engines say differently here.
  const skipLocked = application.database.engine === "postgres" ? sql`for update of candidate skip locked` : sql``;
  const rows = await application.database.writeAtOnce(async (database) => {
    const claimed = await sql<QueueMessageRow>`
      update queue_messages set leased_until = ${until}, holder = ${application.database.holder}, attempts = attempts + 1
      where id in (
        select candidate.id from queue_messages as candidate
        where candidate.queue = ${queue} and candidate.given_up_at is null and candidate.due_at <= ${now}
          and (candidate.leased_until is null or candidate.leased_until <= ${now})
          and not exists (
            select 1 from queue_messages as earlier
            where earlier.queue = candidate.queue and earlier.ordering_key = candidate.ordering_key
              and earlier.id < candidate.id and earlier.given_up_at is null)
        order by candidate.due_at, candidate.id limit ${most} ${skipLocked})
      returning *`.execute(database);
    return claimed.rows;
  });
  return rows.map(claimedFrom).sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** Removes a message that is done, if the lease is still ours. */
export async function dropMessage(transaction: Database, claimed: ClaimedMessage): Promise<void> {
  await queueTables(transaction)
    .deleteFrom("queue_messages")
    .where("id", "=", claimed.id)
    .where("leased_until", "=", claimed.leasedUntil)
    .execute();
}

/** Lets a message that failed wait longer each time; after twelve attempts it is given up and stays to be seen. */
export async function postponeMessage(
  transaction: Database,
  claimed: ClaimedMessage,
  now: Temporal.Instant,
  why: string,
): Promise<void> {
  const seconds = Math.min(10 * 2 ** (claimed.attempt - 1), LONGEST_WAIT_SECONDS);
  await held(transaction, claimed)
    .set({
      due_at: microsecondsFromInstant(now.add({ seconds })),
      leased_until: null,
      holder: null,
      last_error: why.slice(0, 500),
      given_up_at: claimed.attempt >= ATTEMPTS ? microsecondsFromInstant(now) : null,
    })
    .execute();
}

/** Lets a message wait that came to nothing because the engine was full or away: for a moment, and without counting it as failed. */
export async function giveBackMessage(
  transaction: Database,
  claimed: ClaimedMessage,
  now: Temporal.Instant,
): Promise<void> {
  await held(transaction, claimed)
    .set({
      due_at: microsecondsFromInstant(now.add(BREATH)),
      leased_until: null,
      holder: null,
      attempts: claimed.attempt - 1,
    })
    .execute();
}

function held(transaction: Database, { id, leasedUntil }: ClaimedMessage) {
  return queueTables(transaction)
    .updateTable("queue_messages")
    .where("id", "=", id)
    .where("leased_until", "=", leasedUntil);
}

function claimedFrom(row: QueueMessageRow): ClaimedMessage {
  // Parsing at the edge: only `enqueue` writes the column, with JSON.
  const message = JSON.parse(row.message) as Json;
  return { id: row.id, key: row.key, message, attempt: row.attempts, leasedUntil: row.leased_until ?? 0 };
}
