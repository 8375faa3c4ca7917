import type { Database } from "../../../kernel/database/database.ts";
import type { SchemaStep } from "../../../kernel/database/migrate.ts";
import { directoryTables } from "../directory.tables.ts";
import { moveInSets } from "../reading/sets.write.ts";

/** Which places have which answers, as bits; and the places by their names with their numbers, so that no row is looked up to tell those that fit. */
export const setsStep: SchemaStep = {
  name: "directory/0080-sets",
  async up(database) {
    const { schema } = database;
    await schema
      .createTable("directory_sets")
      .addColumn("facet", "text", (column) => column.notNull())
      .addColumn("answer", "text", (column) => column.notNull())
      .addColumn("chunk", "integer", (column) => column.notNull())
      .addColumn("bits", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("directory_sets_key", ["facet", "answer", "chunk"])
      .execute();
    await schema
      .createIndex("directory_by_name_and_number")
      .on("directory_entries")
      .columns(["sort_name", "id", "number"])
      .execute();
    await schema.dropIndex("directory_by_name").execute();
    await noteWhatIsThere(database);
  },
};

/** So many places at once. */
const AT_ONCE = 200;

async function noteWhatIsThere(database: Database): Promise<void> {
  const tables = directoryTables(database);
  for (let after = 0; ;) {
    const entries = await tables
      .selectFrom("directory_entries")
      .select(["id", "number"])
      .where("number", ">", after)
      .orderBy("number")
      .limit(AT_ONCE)
      .execute();
    const last = entries.at(-1);
    if (last === undefined) return;
    after = last.number;
    const ids = entries.map(({ id }) => id);
    const found = await tables.selectFrom("directory_facets").selectAll().where("entry_id", "in", ids).execute();
    const numbers = new Map(entries.map(({ id, number }) => [id, number]));
    const moves = found.flatMap(({ entry_id, facet, answer }) => {
      const number = numbers.get(entry_id);
      return number === undefined ? [] : [{ facet, answer, number, isIn: true }];
    });
    await moveInSets(database, moves);
  }
}
