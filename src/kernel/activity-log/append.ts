import { canonicalJson } from "../base/canonical-json.ts";
import { microsecondsFromInstant } from "../base/time.ts";
import type { Database } from "../database/database.ts";
import { entryHash, genesisHash, payloadDigest } from "./chain.ts";
import type { Chain, LoggedEvent, NewEvent } from "./event.ts";
import { logTables, type LogHeadRow } from "./log.tables.ts";

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
  const log = logTables(transaction);
  let head = await log.selectFrom("log_heads").selectAll().where("chain", "=", occasion.chain).executeTakeFirst();
  head ??= { chain: occasion.chain, sequence: 0, hash: genesisHash };
  const links = [];
  for (const event of events) {
    const link = linkAfter(head, occasion, event);
    head = { chain: occasion.chain, sequence: link.entry.sequence, hash: link.entry.hash };
    links.push(link);
  }
  await log
    .insertInto("log_entries")
    .values(links.map((link) => link.entry))
    .execute();
  await log
    .insertInto("log_payloads")
    .values(links.map((link) => link.payload))
    .execute();
  await log
    .insertInto("log_heads")
    .values(head)
    .onConflict((conflict) => conflict.column("chain").doUpdateSet({ sequence: head.sequence, hash: head.hash }))
    .execute();
  return links.map((link) => link.logged);
}

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
