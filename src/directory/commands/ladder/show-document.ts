import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { fieldValue, longest } from "../../model/entry-fields.ts";
import { documentBounds, documentKinds, documentLicences } from "../../model/ladder/document.ts";
import { freshEvidence } from "../../model/ladder/evidence.ts";
import { documentsOf } from "../../store/ladder/evidence.read.ts";
import { insertDocument } from "../../store/ladder/ladder.write.ts";
import { mustBeSomebody, type DirectoryRefusal } from "../directory-guards.ts";
import { foundDocumentInput, keepVersion } from "./keep-version.ts";
import { spokenPlace, type LadderRefusal } from "./ladder-refusals.ts";
import { settleSteps } from "./settle-steps.ts";

/**
 * Whoever speaks for a place shows a document of its collective: of what kind, where, and under which licence. What stands at the address was fetched a moment
 * ago; its hash is kept, and a copy where the licence allows one.
 *
 * Refuses `not-found`, `only-who-speaks`, `shown-already` for an address that is there, `shown-enough` beyond ten, and `sign-in-needed`.
 */
export const showDocument = defineCommand({
  name: "directory/show-document",
  input: z.object({
    entryId: z.string().min(1).max(64),
    kind: z.enum(documentKinds),
    url: z
      .string()
      .trim()
      .max(longest.url)
      .refine((address) => fieldValue("bylaws", address) !== undefined, "not-a-page-address"),
    licence: z.enum(documentLicences),
    found: foundDocumentInput,
  }),
  chain: () => serverChain,
  authorise: mustBeSomebody,
  async run(context, { entryId, kind, url, licence, found }): Promise<Result<null, LadderRefusal | DirectoryRefusal>> {
    const spoken = await spokenPlace(context, entryId);
    if (typeof spoken === "string") return refused({ kind: spoken });
    const { entry, footing, personId } = spoken;
    const shown = await documentsOf(context.db, entry.id);
    if (shown.some((one) => one.url === url)) return refused({ kind: "shown-already", field: "url" });
    if (shown.length >= documentBounds.most) return refused({ kind: "shown-enough", most: documentBounds.most });
    const id = context.ids.next<"document">();
    const document = { ...freshEvidence(footing.uri, context.now), id, kind, url, licence };
    await insertDocument(context.db, { entryId: entry.id, personId }, document);
    await keepVersion(context, entry.id, { id, licence, versions: [] }, found);
    context.emit({
      name: "directory-document-shown",
      version: 1,
      payload: { entryId: entry.id, documentId: id, kind },
    });
    await settleSteps(context, entry.id);
    return accepted(null);
  },
});
