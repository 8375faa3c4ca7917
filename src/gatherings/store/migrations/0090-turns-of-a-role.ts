import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Finds who held one role at the gatherings of a community, the latest first, however many there were. */
export const turnsOfARoleStep: SchemaStep = {
  name: "gatherings/0090-turns-of-a-role",
  async up({ schema }) {
    await schema
      .createIndex("gathering_roles_served_as")
      .on("gathering_roles")
      .columns(["community_id", "role", "served_at"])
      .execute();
  },
};
