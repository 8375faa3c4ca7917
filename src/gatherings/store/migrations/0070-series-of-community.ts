import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Finds the series of a community, whose calendar shows them. */
export const seriesOfCommunityStep: SchemaStep = {
  name: "gatherings/0070-series-of-community",
  async up({ schema }) {
    await schema
      .createIndex("gathering_series_of_community")
      .on("gathering_series")
      .columns(["community_id", "made_at"])
      .execute();
  },
};
