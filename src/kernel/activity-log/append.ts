import { canonicalJson } from "../base/canonical-json.ts";
import { microsecondsFromInstant } from "../base/time.ts";
import type { Database } from "../database/database.ts";
import { prepared } from "../database/prepared.ts";
import { entryHash, genesisHash, payloadDigest } from "./chain.ts";
import type { Chain, LoggedEvent, NewEvent } from "./event.ts";
import { logTables, type LogEntryRow, type LogHeadRow, type LogPayloadRow } from "./log.tables.ts";

/** What is the same for every event of one command. */
export interface Occasion {
  readonly chain: Chain;
  readonly at: Temporal.Instant;
  readonly actor: string;
  readonly command: string;
  /** 128 random bits as text, fresh at each call. */
  readonly salt: () => string;
}

/**
 * Appends events to the end of their chain, in order, and gives them back as subscribers will see them.
 *
 * The caller already holds the chain (see `DatabaseHandle.lock`), so that nobody appends to the same end meanwhile.
 */
export async function append(
  transaction: Database,
  occasion: Occasion,
  events: readonly NewEvent[],
): Promise<readonly LoggedEvent[]> {
  if (events.length === 0) return [];
  const { chain } = occasion;
  let head = (await headOf(transaction, { chain })).rows[0] ?? { chain, sequence: 0, hash: genesisHash };
  const logged: LoggedEvent[] = [];
  for (const event of events) {
    const link = linkAfter(head, occasion, event);
    await writeEntry.later(transaction, link.entry);
    await writePayload.later(transaction, link.payload);
    head = { chain, sequence: link.entry.sequence, hash: link.entry.hash };
    logged.push(link.logged);
  }
  await moveHead.later(transaction, head);
  return logged;
}

const headOf = prepared((database, given: { chain: Chain }) =>
  logTables(database).selectFrom("log_heads").selectAll().where("chain", "=", given.chain),
);

const writeEntry = prepared((database, entry: LogEntryRow) =>
  logTables(database).insertInto("log_entries").values({
    chain: entry.chain,
    sequence: entry.sequence,
    at: entry.at,
    actor: entry.actor,
    command: entry.command,
    event: entry.event,
    version: entry.version,
    digest: entry.digest,
    previous_hash: entry.previous_hash,
    hash: entry.hash,
  }),
);

const writePayload = prepared((database, { chain, sequence, salt, payload }: LogPayloadRow) =>
  logTables(database).insertInto("log_payloads").values({ chain, sequence, salt, payload }),
);

const moveHead = prepared((database, { chain, sequence, hash }: LogHeadRow) =>
  logTables(database)
    .insertInto("log_heads")
    .values({ chain, sequence, hash })
    .onConflict((conflict) => conflict.column("chain").doUpdateSet({ sequence, hash })),
);

function linkAfter(head: LogHeadRow, occasion: Occasion, event: NewEvent) {
  const { chain, actor, command } = occasion;
  const sequence = head.sequence + 1;
  const salt = occasion.salt();
  const payload = canonicalJson(event.payload);
  const unhashed = {
    chain,
    sequence,
    at: microsecondsFromInstant(occasion.at),
    actor,
    command,
    event: event.name,
    version: event.version,
    digest: payloadDigest(salt, payload),
    previous_hash: head.hash,
  };
  const logged: LoggedEvent = {
    ...event,
    id: `${chain}/${sequence}`,
    chain,
    sequence,
    at: occasion.at,
    actor,
    command,
  };
  return { entry: { ...unhashed, hash: entryHash(unhashed) }, payload: { chain, sequence, salt, payload }, logged };
}
