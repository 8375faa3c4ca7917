import type { Database } from "../../../kernel/database/database.ts";
import { changesOfTallies } from "../../model/reading/tallies.ts";
import { tallyTables } from "./tallies.tables.ts";

type Found = readonly { readonly facet: string; readonly answer: string }[];

/** Counts a place by what it is found by now, and no longer by what it was found by before. */
export function recount(
  db: Database,
  { before, after }: { readonly before: Found; readonly after: Found },
): Promise<void> {
  return addToTallies(db, changesOfTallies(before, after));
}

/** Counts places that are new, each by what it is found by. */
export function countNew(db: Database, places: readonly Found[]): Promise<void> {
  return addToTallies(
    db,
    places.flatMap((after) => changesOfTallies([], after)),
  );
}

async function addToTallies(db: Database, changes: ReturnType<typeof changesOfTallies>): Promise<void> {
  // In one order, so that two who count at once do not wait for one another.
  const sums = [...Map.groupBy(changes, keyOf)].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const values = sums.flatMap(([, changed]) => {
    const [first] = changed;
    if (first === undefined) return [];
    return [{ counted_by: first.by, answer: first.answer, count: changed.reduce((sum, { more }) => sum + more, 0) }];
  });
  if (values.length === 0) return;
  await tallyTables(db)
    .insertInto("directory_tallies")
    .values(values)
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
