import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { ChangeKind } from "../../model/open-data/change.ts";
import { changeTables } from "./changes.tables.ts";

/** A change that has no number yet. */
export interface NewChange {
  readonly kind: ChangeKind;
  readonly entryId: string;
  readonly field?: string;
  readonly claimId?: string;
  /** What the same claimant said before, which this ends. */
  readonly replaces?: string;
  readonly threadId?: string;
}

/**
 * Notes changes under the next numbers. The counter is held until the transaction ends, so that numbers become visible in their order: whoever
 * has read up to one has missed none before it.
 */
export async function noteChanges(db: Database, changes: readonly NewChange[], at: Temporal.Instant): Promise<void> {
  if (changes.length === 0) return;
  const tables = changeTables(db);
  const { count } = await tables
    .insertInto("directory_counts")
    .values({ of: "changes", count: changes.length })
    .onConflict((conflict) =>
      conflict.column("of").doUpdateSet((row) => ({ count: row("directory_counts.count", "+", changes.length) })),
    )
    .returning("count")
    .executeTakeFirstOrThrow();
  const before = count - changes.length;
  await tables
    .insertInto("directory_changes")
    .values(
      changes.map(({ kind, entryId, field, claimId, replaces, threadId }, index) => ({
        number: before + index + 1,
        kind,
        entry_id: entryId,
        field: field ?? null,
        claim_id: claimId ?? null,
        replaces: replaces ?? null,
        thread_id: threadId ?? null,
        at: microsecondsFromInstant(at),
      })),
    )
    .execute();
}

/** Of a place that is gone one change is left: that it is. What was said of it is told to nobody who comes later. */
export async function leaveTombstone(db: Database, entryId: string, at: Temporal.Instant): Promise<void> {
  await changeTables(db).deleteFrom("directory_changes").where("entry_id", "=", entryId).execute();
  await noteChanges(db, [{ kind: "tombstone", entryId }], at);
}
