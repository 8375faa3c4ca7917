import type { Database } from "../../../kernel/database/database.ts";
import type { Condition } from "../../model/reading/narrowing.ts";
import { inAny, inBoth, without, type NumberSet } from "../../model/reading/number-set.ts";
import { PER_CHUNK, setTables, type SetRow } from "./sets.tables.ts";

/** Each place has one of its answers. */
const OF_ALL = "kind";

/** The numbers of the places that fulfil all of these conditions; undefined without any, since then all do. */
export async function numbersFulfilling(
  db: Database,
  conditions: readonly Condition[],
): Promise<NumberSet | undefined> {
  if (conditions.length === 0) return undefined;
  const tables = setTables(db);
  const rows = await tables
    .selectFrom("directory_sets")
    .selectAll()
    .where(
      "facet",
      "in",
      conditions.map(({ facet }) => facet),
    )
    .where(
      "answer",
      "in",
      conditions.flatMap(({ answers }) => answers),
    )
    .execute();
  const having = ({ facet, answers }: Condition) =>
    joined(rows.filter((row) => row.facet === facet && answers.includes(row.answer)));
  const wanted = conditions.filter(({ isWanted }) => isWanted).map(having);
  const [first, ...others] = wanted.length > 0 ? wanted : [joined(await rowsOfAll(db))];
  const unwanted = conditions.filter(({ isWanted }) => !isWanted).map(having);
  return without(others.reduce(inBoth, first ?? new Uint8Array()), inAny(unwanted));
}

function rowsOfAll(db: Database): Promise<readonly SetRow[]> {
  return setTables(db).selectFrom("directory_sets").selectAll().where("facet", "=", OF_ALL).execute();
}

/** The places of all these rows. */
function joined(rows: readonly SetRow[]): NumberSet {
  const chunks = rows.reduce((most, { chunk }) => Math.max(most, chunk + 1), 0);
  const all = new Uint8Array((chunks * PER_CHUNK) / 8);
  for (const { chunk, bits } of rows) {
    const from = (chunk * PER_CHUNK) / 8;
    for (const [place, octet] of Buffer.from(bits, "base64").entries())
      all[from + place] = (all[from + place] ?? 0) | octet;
  }
  return all;
}
