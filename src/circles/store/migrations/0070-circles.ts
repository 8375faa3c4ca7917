import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Circles, and who is in them. */
export const circlesStep: SchemaStep = {
  name: "circles/0070-circles",
  async up({ schema }) {
    await schema
      .createTable("circles")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("community_id", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("aim", "text", (column) => column.notNull())
      .execute();
    await schema.createIndex("circles_of_community").on("circles").columns(["community_id", "name"]).execute();
    await schema
      .createTable("circle_members")
      .addColumn("circle_id", "text", (column) => column.notNull())
      .addColumn("person_id", "text", (column) => column.notNull())
      .addColumn("since", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("circle_members_key", ["circle_id", "person_id"])
      .execute();
    await schema.createIndex("circles_of_person").on("circle_members").column("person_id").execute();
  },
};
