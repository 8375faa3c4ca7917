import type { SchemaStep } from "../../../kernel/database/migrate.ts";
import { createTextIndex } from "../../../kernel/database/text-index.ts";

/** What can be looked for in threads: titles, posts and proposals, as words. */
export const searchStep: SchemaStep = {
  name: "decisions/0005-search",
  async up(database, engine) {
    const { schema } = database;
    await schema
      .createTable("decision_texts")
      .addColumn("number", "integer", (column) => column.primaryKey())
      .addColumn("about", "text", (column) => column.notNull().unique())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("scope", "text", (column) => column.notNull())
      .addColumn("words", "text", (column) => column.notNull())
      .execute();
    await schema
      .createTable("decision_text_numbers")
      .addColumn("name", "text", (column) => column.primaryKey())
      .addColumn("last", "integer", (column) => column.notNull())
      .execute();
    await createTextIndex(database, engine, "decision_texts");
  },
};
