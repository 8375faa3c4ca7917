import type { Database } from "../../../kernel/database/database.ts";
import { changesOfTallies } from "../../model/reading/tallies.ts";
import { tallyTables } from "./tallies.tables.ts";

type Found = readonly { readonly facet: string; readonly answer: string }[];

/** Counts a place by what it is found by now, and no longer by what it was found by before. */
export async function recount(
  db: Database,
  { before, after }: { readonly before: Found; readonly after: Found },
): Promise<void> {
  // In one order, so that two who count at once do not wait for one another.
  const changes = changesOfTallies(before, after).toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  if (changes.length === 0) return;
  await tallyTables(db)
    .insertInto("directory_tallies")
    .values(changes.map(({ by, answer, more }) => ({ counted_by: by, answer, count: more })))
    .onConflict((conflict) =>
      conflict.columns(["counted_by", "answer"]).doUpdateSet((row) => ({
        count: row("directory_tallies.count", "+", row.ref("excluded.count")),
      })),
    )
    .execute();
}

function keyOf({ by, answer }: { readonly by: string; readonly answer: string }): string {
  return `${by} ${answer}`;
}
