import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Changes name the claim that they replace, so that whoever heard it knows which one stands no more. */
export const replacedClaimsStep: SchemaStep = {
  name: "directory/0061-replaced-claims",
  async up({ schema }) {
    await schema.alterTable("directory_changes").addColumn("replaces", "text").execute();
  },
};
