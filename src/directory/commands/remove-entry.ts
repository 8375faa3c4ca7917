import { z } from "zod";
import { serverChain } from "../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import { entryById } from "../store/entries.read.ts";
import { mustBeOperator, type DirectoryRefusal } from "./directory-guards.ts";
import { takeOffTheList } from "./take-off-the-list.ts";

/**
 * An operator takes a place off the list, with all that was said of it. A place that does not want to be listed is not listed again,
 * whoever names it: its host is kept as a salted hash.
 *
 * Refuses `not-found`, and `only-operators`.
 */
export const removeEntry = defineCommand({
  name: "directory/remove-entry",
  input: z.object({
    entryId: z.string().min(1).max(64),
    why: z.enum(["opted-out", "mistaken"]),
  }),
  chain: () => serverChain,
  authorise: mustBeOperator,
  async run(context, { entryId, why }): Promise<Result<null, DirectoryRefusal>> {
    const entry = await entryById(context.db, entryId);
    if (entry === undefined) return refused({ kind: "not-found" });
    await takeOffTheList(context, { entry, host: entry.domain, why });
    return accepted(null);
  },
});
