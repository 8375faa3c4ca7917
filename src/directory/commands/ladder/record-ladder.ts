import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { afterLook, evidenceFindings } from "../../model/ladder/evidence.ts";
import { entryById } from "../../store/entries.read.ts";
import { delegatesOf, documentsOf } from "../../store/ladder/evidence.read.ts";
import { keepLookAt } from "../../store/ladder/ladder.write.ts";
import { mustBeTheProgram, type DirectoryRefusal } from "../directory-guards.ts";
import { foundDocumentInput, keepVersion } from "./keep-version.ts";
import { settleSteps } from "./settle-steps.ts";

const seen = { id: z.string().max(64), found: z.enum(evidenceFindings) } as const;

/**
 * The program's: how what a place showed above its proofs was found when that was due. Another text at the address of a document is a new version of it; where
 * nobody answered, nothing changes until that happened five times in a row.
 *
 * Refuses `not-found`, and `only-operators`.
 */
export const recordLadder = defineCommand({
  name: "directory/record-ladder",
  input: z.object({
    entryId: z.string().min(1).max(64),
    delegates: z.array(z.object(seen)).max(20).readonly(),
    documents: z
      .array(z.object({ ...seen, document: foundDocumentInput.optional() }))
      .max(20)
      .readonly(),
  }),
  chain: () => serverChain,
  authorise: mustBeTheProgram,
  async run(context, { entryId, delegates, documents }): Promise<Result<null, DirectoryRefusal>> {
    const { db, now } = context;
    if ((await entryById(db, entryId)) === undefined) return refused({ kind: "not-found" });
    for (const delegate of await delegatesOf(db, entryId)) {
      const look = delegates.find(({ id }) => id === delegate.id);
      if (look !== undefined) await keepLookAt(db, "delegate", delegate.id, afterLook(delegate, look.found, now));
    }
    for (const document of await documentsOf(db, entryId)) {
      const look = documents.find(({ id }) => id === document.id);
      if (look === undefined) continue;
      await keepLookAt(db, "document", document.id, afterLook(document, look.found, now));
      if (look.document === undefined || !(await keepVersion(context, entryId, document, look.document))) continue;
      const payload = { entryId, documentId: document.id };
      context.emit({ name: "directory-document-changed", version: 1, payload });
    }
    await settleSteps(context, entryId);
    return accepted(null);
  },
});
