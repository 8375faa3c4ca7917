import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { languages } from "../../../kernel/i18n/language.ts";
import { longest } from "../../model/entry-fields.ts";
import { settleEntry } from "../../store/directory.write.ts";
import { entryById } from "../../store/entries.read.ts";
import { noteChanges } from "../../store/open-data/changes.write.ts";
import { endReply, insertReply } from "../../store/replies/replies.write.ts";
import { mustBeSomebody, type DirectoryRefusal } from "../directory-guards.ts";
import { speaksFor } from "../verification/speaks-for.ts";

/** A reply is the place's alone. */
export interface ReplyRefusal extends AnyRefusal {
  readonly kind: "only-the-place";
}

/**
 * The place replies to what is said of it, by the account that answered for it; what it replied before is kept to be read.
 *
 * Refuses `not-found`, `only-the-place`, and `sign-in-needed`.
 */
export const replyForPlace = defineCommand({
  name: "directory/reply-for-place",
  input: z.object({
    entryId: z.string().min(1).max(64),
    text: z.string().trim().min(1).max(longest.text),
    language: z.enum(languages),
  }),
  chain: () => serverChain,
  authorise: mustBeSomebody,
  async run(context, { entryId, text, language }): Promise<Result<null, DirectoryRefusal | ReplyRefusal>> {
    const { actor, db, now } = context;
    const entry = await entryById(db, entryId);
    if (entry === undefined) return refused({ kind: "not-found" });
    const account = entry.proofs.find(({ kind, state }) => kind === "account" && state === "proved")?.account;
    if (actor.kind !== "person" || account === undefined || !(await speaksFor(context, entry))) {
      return refused({ kind: "only-the-place" });
    }
    await endReply(db, entry.id, now);
    const id = context.ids.next<"reply">();
    await insertReply(db, { id, entryId: entry.id, text, language, account, personId: actor.personId, at: now });
    await noteChanges(db, [{ kind: "reply-said", entryId: entry.id }], now);
    await settleEntry(db, entry.id, now);
    context.emit({ name: "directory-place-replied", version: 1, payload: { entryId: entry.id } });
    return accepted(null);
  },
});
