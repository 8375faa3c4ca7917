import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Roles at gatherings: who was asked, who offered, who holds them, and when helpers were asked for. */
export const rolesStep: SchemaStep = {
  name: "gatherings/0020-roles",
  async up({ schema }) {
    await schema
      .createTable("gathering_roles")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("community_id", "text", (column) => column.notNull())
      .addColumn("gathering_id", "text", (column) => column.notNull())
      .addColumn("role", "text", (column) => column.notNull())
      .addColumn("person_id", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("changed_at", "bigint", (column) => column.notNull())
      .addColumn("served_at", "bigint")
      .addUniqueConstraint("gathering_roles_once", ["gathering_id", "role", "person_id"])
      .execute();
    await schema
      .createIndex("gathering_roles_served")
      .on("gathering_roles")
      .columns(["community_id", "served_at"])
      .execute();
    await schema.createIndex("gathering_roles_of_person").on("gathering_roles").column("person_id").execute();
    await schema
      .createTable("gathering_role_rules")
      .addColumn("gathering_id", "text", (column) => column.primaryKey())
      .addColumn("volunteers", "text", (column) => column.notNull())
      .execute();
    await schema
      .createTable("gathering_helper_calls")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("gathering_id", "text", (column) => column.notNull())
      .addColumn("roles", "text", (column) => column.notNull())
      .addColumn("asked_at", "bigint", (column) => column.notNull())
      .execute();
    await schema
      .createIndex("gathering_helper_calls_of")
      .on("gathering_helper_calls")
      .columns(["gathering_id", "asked_at"])
      .execute();
  },
};
