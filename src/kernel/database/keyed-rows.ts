import { sql, type CreateTableBuilder } from "kysely";
import type { Engine } from "./database.ts";

/**
 * For tables of short rows that are written for every act: the embedded engine then keeps the rows in the tree of their primary key,
 * and writes one tree instead of two (https://www.sqlite.org/withoutrowid.html). PostgreSQL keeps rows as it always does.
 */
export function keptByKey<Table extends string, Columns extends string>(
  table: CreateTableBuilder<Table, Columns>,
  engine: Engine,
): CreateTableBuilder<Table, Columns> {
  return engine === "sqlite" ? table.modifyEnd(sql`without rowid`) : table;
}
