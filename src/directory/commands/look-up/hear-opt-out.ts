import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { entryByDomain } from "../../store/entries.read.ts";
import { mustBeTheProgram, type DirectoryRefusal } from "../directory-guards.ts";
import { takeOffTheList } from "../take-off-the-list.ts";

/**
 * The program's: a place says by its own document that it does not want to be listed. It goes at once, with all that was said of it, and is not
 * listed again until that document is gone and an operator lets it.
 *
 * Refuses `only-operators`.
 */
export const hearOptOut = defineCommand({
  name: "directory/hear-opt-out",
  input: z.object({ host: z.string().min(1).max(260) }),
  chain: () => serverChain,
  authorise: mustBeTheProgram,
  async run(context, { host }): Promise<Result<null, DirectoryRefusal>> {
    await takeOffTheList(context, { entry: await entryByDomain(context.db, host), host, why: "opted-out" });
    return accepted(null);
  },
});
