import type { CommandContext } from "../../../kernel/commands/command.ts";
import { keepFile, letGoOfFiles } from "../../../kernel/media/kept-files.ts";
import { z } from "zod";
import { allowsCopies, documentBounds, type PlaceDocument } from "../../model/ladder/document.ts";
import { deleteVersions, insertVersion, renewVersion } from "../../store/ladder/ladder.write.ts";

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** A document as it was just found, its bytes as base64. */
export const foundDocumentInput = z.object({
  sha256: digest,
  wordsSha256: digest,
  mediaType: z.string().max(100),
  bytes: z.string().max(Math.ceil(documentBounds.bytes / 3) * 4),
});

/** As {@link foundDocumentInput} reads it. */
export type SentDocument = z.infer<typeof foundDocumentInput>;

/**
 * Keeps what stands at the address of a document now: nothing new where its words are the same, else a version beside the ones before, of which the last
 * five are remembered. A copy is kept where the licence allows one. Says whether it is another text than before.
 */
export async function keepVersion(
  context: CommandContext,
  entryId: string,
  document: Pick<PlaceDocument, "id" | "licence" | "versions">,
  found: SentDocument,
): Promise<boolean> {
  const { db, now } = context;
  const [newest, ...older] = document.versions;
  if (newest?.wordsSha256 === found.wordsSha256) {
    await renewVersion(db, newest.id, now);
    return false;
  }
  const bytes = Buffer.from(found.bytes, "base64");
  const copy = allowsCopies(document.licence) ? await keepFile(db, bytes) : undefined;
  const { sha256, wordsSha256, mediaType } = found;
  const seen = { firstSeenAt: now, lastSeenAt: now, size: bytes.length, copy };
  const version = { id: context.ids.next<"document-version">(), sha256, wordsSha256, mediaType, ...seen };
  await insertVersion(db, { entryId, documentId: document.id }, version);
  const forgotten = newest === undefined ? [] : [newest, ...older].slice(documentBounds.versions - 1);
  await letGoOfFiles(
    db,
    forgotten.flatMap((one) => one.copy ?? []),
  );
  await deleteVersions(
    db,
    forgotten.map(({ id }) => id),
  );
  return newest !== undefined;
}

/** Lets go of all versions of documents that are no longer shown, with their copies. */
export async function dropVersions(
  context: Pick<CommandContext, "db">,
  documents: readonly Pick<PlaceDocument, "versions">[],
): Promise<void> {
  const versions = documents.flatMap((document) => document.versions);
  await letGoOfFiles(
    context.db,
    versions.flatMap((version) => version.copy ?? []),
  );
  await deleteVersions(
    context.db,
    versions.map(({ id }) => id),
  );
}
