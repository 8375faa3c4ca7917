import { migrate } from "../../kernel/database/migrate.ts";
import { holdingRecords } from "../records.ts";
import { schemaSteps } from "../schema.ts";
import type { LineCommand } from "./line-command.ts";

/** `koinon migrate`: brings the database up to date without starting the server, which does it by itself as well. */
export const migrateCommand: LineCommand = {
  name: "migrate",
  usage: "migrate",
  does: "brings the database up to date (start does it too)",
  run: (configuration) =>
    holdingRecords(configuration, async (handle) => {
      const taken = await migrate(handle, schemaSteps);
      console.log(taken.length === 0 ? "The database is up to date." : `Done: ${taken.join(", ")}`);
      return 0;
    }),
};
