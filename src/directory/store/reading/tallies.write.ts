import type { Database } from "../../../kernel/database/database.ts";
import { changesOfTallies } from "../../model/reading/tallies.ts";
import { moveInSets, type Move } from "./sets.write.ts";
import { tallyTables } from "./tallies.tables.ts";

type Found = readonly { readonly facet: string; readonly answer: string }[];

/** Counts a place by what it is found by now, and no longer by what it was found by before. */
export async function recount(
  db: Database,
  { number, before, after }: { readonly number: number; readonly before: Found; readonly after: Found },
): Promise<void> {
  const changes = changesOfTallies(before, after);
  await addToTallies(db, changes);
  await moveInSets(db, movesOf(number, changes));
}

/** Counts places that are new, each by what it is found by. */
export async function countNew(
  db: Database,
  places: readonly { readonly number: number; readonly found: Found }[],
): Promise<void> {
  const changed = places.map(({ number, found }) => ({ number, changes: changesOfTallies([], found) }));
  await addToTallies(
    db,
    changed.flatMap(({ changes }) => changes),
  );
  await moveInSets(
    db,
    changed.flatMap(({ number, changes }) => movesOf(number, changes)),
  );
}

function movesOf(number: number, changes: ReturnType<typeof changesOfTallies>): readonly Move[] {
  return changes.flatMap(({ by, answer, more }) =>
    by === "ownership-practice" ? [] : [{ facet: by, answer, number, isIn: more > 0 }],
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
