import type { Database } from "../../../kernel/database/database.ts";
import { PER_CHUNK, setTables, type SetRow } from "./sets.tables.ts";

/** A place that has an answer of a facet from now on, or no longer. */
export interface Move {
  readonly facet: string;
  readonly answer: string;
  readonly number: number;
  readonly isIn: boolean;
}

/**
 * Notes which places have which answers. Bits are read and written back, so whoever calls this has counted the same answers before in the same
 * transaction: their counts are held until it ends, and nobody else writes these bits meanwhile.
 */
export async function moveInSets(db: Database, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return;
  const tables = setTables(db);
  const of = (pick: (move: Move) => string) => [...new Set(moves.map(pick))];
  const chunks = [...new Set(moves.map(({ number }) => Math.floor(number / PER_CHUNK)))];
  const standing = await tables
    .selectFrom("directory_sets")
    .selectAll()
    .where(
      "facet",
      "in",
      of(({ facet }) => facet),
    )
    .where(
      "answer",
      "in",
      of(({ answer }) => answer),
    )
    .where("chunk", "in", chunks)
    .execute();
  const bits = new Map(standing.map((row) => [keyOf(row), Buffer.from(row.bits, "base64")]));
  const rows = [...Map.groupBy(moves, (move) => keyOf({ ...move, chunk: Math.floor(move.number / PER_CHUNK) }))];
  await tables
    .insertInto("directory_sets")
    .values(rows.flatMap(([key, moved]) => rowOf(moved, bits.get(key) ?? Buffer.alloc(PER_CHUNK / 8))))
    .onConflict((conflict) =>
      conflict.columns(["facet", "answer", "chunk"]).doUpdateSet((row) => ({ bits: row.ref("excluded.bits") })),
    )
    .execute();
}

function rowOf(moved: readonly Move[], before: Buffer): readonly SetRow[] {
  const [first] = moved;
  if (first === undefined) return [];
  const after = Buffer.from(before);
  for (const { number, isIn } of moved) {
    const [place, bit] = [(number % PER_CHUNK) >> 3, 1 << (number & 7)];
    after[place] = isIn ? (after[place] ?? 0) | bit : (after[place] ?? 0) & ~bit;
  }
  const { facet, answer, number } = first;
  return [{ facet, answer, chunk: Math.floor(number / PER_CHUNK), bits: after.toString("base64") }];
}

function keyOf({ facet, answer, chunk }: Pick<SetRow, "facet" | "answer" | "chunk">): string {
  return `${facet} ${chunk} ${answer}`;
}
