import { sql } from "kysely";
import { actorName } from "../commands/command.ts";
import type { Database } from "../database/database.ts";
import type { Chain } from "./event.ts";
import { logTables } from "./log.tables.ts";

/** What is to vanish from the payloads of the log. */
export interface Erasure {
  /** Payloads of these events vanish where the person acted or the payload names their id. */
  readonly personId: string;
  readonly writtenIn: readonly string[];
  /** Payloads that hold any of these, in large letters or small, vanish whoever acted: handles, URIs, addresses. None is empty. */
  readonly traces: readonly string[];
}

/** How far a pass through the log has come: the last entry it looked at. */
export type LogPosition = { readonly chain: Chain; readonly sequence: number };

/** Before the first entry of the first chain. */
export const startOfLog: LogPosition = { chain: "", sequence: 0 };

/**
 * Goes through the next `most` payloads of all chains and erases, with their salts, those that the erasure is about. The chained
 * entries stay: when, who by id, which event and the digest; without salt and payload the digest tells nothing, and the chain verifies.
 *
 * In stretches, since a long log must not hold up everything else.
 *
 * @returns where to go on; undefined at the end of the log
 */
export async function eraseFromLog(
  transaction: Database,
  erasure: Erasure,
  after: LogPosition,
  most = 1_000,
): Promise<LogPosition | undefined> {
  const payloads = await payloadsAfter(transaction, after, most);
  const traces = erasure.traces.map(asInPayload);
  const author = actorName({ kind: "person", personId: erasure.personId });
  const found = payloads.filter(({ actor, event, payload }) => {
    const isTheirs = actor === author || payload.includes(erasure.personId);
    if (isTheirs && erasure.writtenIn.includes(event)) return true;
    const text = payload.toLowerCase();
    return traces.some((trace) => text.includes(trace));
  });
  for (const { chain, sequence } of found) {
    const rows = logTables(transaction).deleteFrom("log_payloads");
    await rows.where("chain", "=", chain).where("sequence", "=", sequence).execute();
  }
  const last = payloads.at(-1);
  return payloads.length < most || last === undefined ? undefined : { chain: last.chain, sequence: last.sequence };
}

function payloadsAfter(transaction: Database, { chain, sequence }: LogPosition, most: number) {
  return (
    logTables(transaction)
      .selectFrom("log_payloads as beside")
      .innerJoin("log_entries as entry", (join) =>
        join.onRef("entry.chain", "=", "beside.chain").onRef("entry.sequence", "=", "beside.sequence"),
      )
      .select(["beside.chain", "beside.sequence", "beside.payload", "entry.actor", "entry.event"])
      // Both engines walk the primary key by a comparison of rows.
      .where(sql<boolean>`(beside.chain, beside.sequence) > (${chain}, ${sequence})`)
      .orderBy("beside.chain")
      .orderBy("beside.sequence")
      .limit(most)
      .execute()
  );
}

/** A text as it stands inside a JSON string. */
function asInPayload(trace: string): string {
  return JSON.stringify(trace).slice(1, -1).toLowerCase();
}
