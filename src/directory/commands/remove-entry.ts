import { z } from "zod";
import { serverChain } from "../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import { deleteEntry } from "../store/directory.write.ts";
import { entryById } from "../store/entries.read.ts";
import { mustBeOperator, type DirectoryRefusal } from "./directory-guards.ts";
import { optOut } from "./opt-outs.ts";

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
    if (why === "opted-out" && entry.domain !== undefined) await optOut(context, entry.domain);
    await deleteEntry(context.db, entry.id);
    // Not its host: whoever opted out is to be named nowhere.
    context.emit({ name: "directory-entry-removed", version: 1, payload: { entryId: entry.id, why } });
    return accepted(null);
  },
});
