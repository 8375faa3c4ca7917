import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { settleEntry } from "../../store/directory.write.ts";
import { entryById } from "../../store/entries.read.ts";
import { noteChanges } from "../../store/open-data/changes.write.ts";
import { endReply } from "../../store/replies/replies.write.ts";
import { mustBeSomebody, type DirectoryRefusal } from "../directory-guards.ts";
import { speaksFor } from "../verification/speaks-for.ts";
import type { ReplyRefusal } from "./reply-for-place.ts";

/**
 * The place takes its reply back, or whoever gave it then does; it stays in the history as something that was said.
 *
 * Refuses `not-found`, also where nothing is replied; `only-the-place`; and `sign-in-needed`.
 */
export const withdrawReply = defineCommand({
  name: "directory/withdraw-reply",
  input: z.object({ entryId: z.string().min(1).max(64) }),
  chain: () => serverChain,
  authorise: mustBeSomebody,
  async run(context, { entryId }): Promise<Result<null, DirectoryRefusal | ReplyRefusal>> {
    const { actor, db, now } = context;
    const entry = await entryById(db, entryId);
    if (entry?.reply === undefined) return refused({ kind: "not-found" });
    const isTheirs = actor.kind === "person" && actor.personId === entry.reply.personId;
    if (!isTheirs && !(await speaksFor(context, entry))) return refused({ kind: "only-the-place" });
    await endReply(db, entry.id, now);
    await noteChanges(db, [{ kind: "reply-withdrawn", entryId: entry.id }], now);
    await settleEntry(db, entry.id, now);
    context.emit({ name: "directory-reply-withdrawn", version: 1, payload: { entryId: entry.id } });
    return accepted(null);
  },
});
