import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** What everyone may read of a community's threads in the order of lists, however many its members keep among themselves. */
export const threadListsStep: SchemaStep = {
  name: "decisions/0102-thread-lists",
  async up({ schema }) {
    await schema
      .createIndex("threads_of_readers")
      .on("threads")
      .columns(["community_id", "audience", "last_at"])
      .execute();
  },
};
