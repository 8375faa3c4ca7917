import type { Database } from "../../../kernel/database/database.ts";
import type { SchemaStep } from "../../../kernel/database/migrate.ts";
import { changeTables } from "../open-data/changes.tables.ts";

/** The changes of the directory, numbered; what is there already counts as added and said when it was. */
export const changesStep: SchemaStep = {
  name: "directory/0040-changes",
  async up(database) {
    const { schema } = database;
    await schema
      .createTable("directory_changes")
      .addColumn("number", "integer", (column) => column.primaryKey())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("entry_id", "text", (column) => column.notNull())
      .addColumn("field", "text")
      .addColumn("claim_id", "text")
      .addColumn("at", "bigint", (column) => column.notNull())
      .execute();
    await schema.createIndex("directory_changes_of_entry").on("directory_changes").column("entry_id").execute();
    await tellWhatIsThere(database);
  },
};

async function tellWhatIsThere(database: Database): Promise<void> {
  const tables = changeTables(database);
  await tables
    .insertInto("directory_changes")
    .columns(["number", "kind", "entry_id", "at"])
    .expression(
      tables.selectFrom("directory_entries").select((row) => [
        row.fn
          .agg<number>("row_number")
          .over((over) => over.orderBy("added_at").orderBy("id"))
          .as("number"),
        row.val("entry-added").as("kind"),
        "id as entry_id",
        "added_at as at",
      ]),
    )
    .execute();
  const entries = await lastNumber(tables);
  await tables
    .insertInto("directory_changes")
    .columns(["number", "kind", "entry_id", "field", "claim_id", "at"])
    .expression(
      tables
        .selectFrom("directory_claims")
        .where("ended_at", "is", null)
        .select((row) => [
          row(
            row.fn.agg<number>("row_number").over((over) => over.orderBy("said_at").orderBy("id")),
            "+",
            row.lit(entries),
          ).as("number"),
          row.val("claim-said").as("kind"),
          "entry_id",
          "field",
          "id as claim_id",
          "said_at as at",
        ]),
    )
    .execute();
  const changes = await lastNumber(tables);
  // A new database stays without any row, so that a backup can be restored into it.
  if (changes > 0) await tables.insertInto("directory_counts").values({ of: "changes", count: changes }).execute();
}

async function lastNumber(tables: ReturnType<typeof changeTables>): Promise<number> {
  const { last } = await tables
    .selectFrom("directory_changes")
    .select((row) => row.fn.max("number").as("last"))
    .executeTakeFirstOrThrow();
  // There is none before the first change, whatever the type of the column says.
  return last ?? 0;
}
