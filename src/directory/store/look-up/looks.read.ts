import { instantOrNone } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { lookOutcomes, type LookOutcome } from "../../model/look-up/look.ts";
import { lookTables } from "./looks.tables.ts";

/** What is known of looking at an entry. */
export interface LookRecord {
  /** Set while somebody waits for a look. */
  readonly askedAt: Temporal.Instant | undefined;
  readonly lookedAt: Temporal.Instant | undefined;
  readonly outcome: LookOutcome | undefined;
  readonly leadsTo: string | undefined;
  readonly answeredAt: Temporal.Instant | undefined;
  readonly failures: number;
}

/** What is known of looking at this entry; undefined where nobody ever wished it. */
export async function lookOf(db: Database, entryId: string): Promise<LookRecord | undefined> {
  const row = await lookTables(db)
    .selectFrom("directory_looks")
    .selectAll()
    .where("entry_id", "=", entryId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    askedAt: instantOrNone(row.asked_at),
    lookedAt: instantOrNone(row.looked_at),
    outcome: lookOutcomes.find((outcome) => outcome === row.outcome),
    leadsTo: row.leads_to ?? undefined,
    answeredAt: instantOrNone(row.answered_at),
    failures: row.failures,
  };
}
