import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { stepKinds, type Step, type StepFault } from "../../model/ladder/step.ts";
import { ladderTables } from "./ladder.tables.ts";

/** The steps of these entries, by their ids, in the order of their levels. */
export async function stepsOf(
  db: Database,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Step[]>> {
  const steps = new Map<string, Step[]>(entryIds.map((id) => [id, []]));
  if (entryIds.length === 0) return steps;
  const rows = await ladderTables(db)
    .selectFrom("directory_steps")
    .selectAll()
    .where("entry_id", "in", entryIds)
    .orderBy("entry_id")
    .orderBy("kind")
    .limit(entryIds.length * stepKinds.length)
    .execute();
  for (const row of rows) {
    const kind = stepKinds.find((one) => one === row.kind);
    if (kind === undefined) continue;
    steps.get(row.entry_id)?.push({
      kind,
      state: row.state === "proved" ? "proved" : "stale",
      since: instantFromMicroseconds(row.since),
      checkedAt: instantFromMicroseconds(row.checked_at),
      expiresAt: instantFromMicroseconds(row.expires_at),
      fault: (row.fault as StepFault | null) ?? undefined,
    });
  }
  return steps;
}
