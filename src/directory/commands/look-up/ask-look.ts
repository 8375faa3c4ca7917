import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { mayLookAgain } from "../../model/look-up/look.ts";
import { entryById } from "../../store/entries.read.ts";
import { lookOf } from "../../store/look-up/looks.read.ts";
import { keepLookAsked } from "../../store/look-up/looks.write.ts";
import { mustBeSomebody, type DirectoryRefusal } from "../directory-guards.ts";
import { scheduleLook } from "./schedule-look.ts";

/**
 * Somebody wishes a place to be looked at again; it is done in the next minutes.
 *
 * Refuses `not-found`, also for a place without a host; `looked-lately`, and `sign-in-needed`.
 */
export const askLook = defineCommand({
  name: "directory/ask-look",
  input: z.object({ entryId: z.string().min(1).max(64) }),
  chain: () => serverChain,
  authorise: mustBeSomebody,
  async run(context, { entryId }): Promise<Result<null, DirectoryRefusal>> {
    const { db, now } = context;
    const entry = await entryById(db, entryId);
    if (entry?.domain === undefined) return refused({ kind: "not-found" });
    if (!mayLookAgain(await lookOf(db, entry.id), now)) return refused({ kind: "looked-lately" });
    await keepLookAsked(db, entry.id, now);
    await scheduleLook(context, entry.id, now);
    context.emit({ name: "directory-look-asked", version: 1, payload: { entryId: entry.id } });
    return accepted(null);
  },
});
