import { sql } from "kysely";
import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** How many places there are for each answer that lists and drawings count, kept so that nobody counts them all anew. */
export const talliesStep: SchemaStep = {
  name: "directory/0030-tallies",
  async up(database) {
    await database.schema
      .createTable("directory_tallies")
      .addColumn("counted_by", "text", (column) => column.notNull())
      .addColumn("answer", "text", (column) => column.notNull())
      .addColumn("count", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("directory_tallies_key", ["counted_by", "answer"])
      .execute();
    await sql`
      insert into directory_tallies (counted_by, answer, count)
      select facet, answer, count(*) from directory_facets
      group by facet, answer`.execute(database);
    await sql`
      insert into directory_tallies (counted_by, answer, count)
      select 'ownership-practice', owned.answer || '/' || decides.answer, count(*)
      from directory_facets as owned
      inner join directory_facets as decides on decides.entry_id = owned.entry_id and decides.facet = 'practice'
      where owned.facet = 'ownership' group by owned.answer, decides.answer`.execute(database);
  },
};
