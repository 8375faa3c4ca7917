import type { Application } from "../../../kernel/application.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { By } from "../../../kernel/commands/execute.ts";
import type { DescribedEntry } from "../../model/entry.ts";
import type { Delegate } from "../../model/ladder/delegate.ts";
import type { DocumentAt, FoundDocument, NoDocument } from "../../model/ladder/document.ts";
import { footingOf, nextLookAt, type EvidenceFinding } from "../../model/ladder/evidence.ts";
import { delegatesOf, documentsOf } from "../../store/ladder/evidence.read.ts";
import { isInForce } from "./public-decision.ts";
import { recordLadder } from "./record-ladder.ts";

/**
 * Looks again at what a place showed above its proofs, where that is due, and has it written down; `by` is the program. Without a way to other servers only
 * decisions of our own register are looked at.
 */
export async function lookAtLadder(
  application: Application,
  task: { readonly entry: DescribedEntry; readonly documentAt: DocumentAt | undefined },
  by: By,
): Promise<void> {
  const { read, clock } = application;
  const isDue = (evidence: Parameters<typeof nextLookAt>[0]) =>
    Temporal.Instant.compare(nextLookAt(evidence), clock()) <= 0;
  const entryId = task.entry.id;
  // Once nobody speaks for the place any more, nobody wishes its pages to be visited.
  const documentAt = footingOf(task.entry.proofs) === undefined ? undefined : task.documentAt;
  const delegates = [];
  for (const delegate of (await delegatesOf(read, entryId)).filter(isDue)) {
    const found = await decisionFound(read, delegate, documentAt);
    if (found !== undefined) delegates.push({ id: delegate.id, found });
  }
  const documents = [];
  for (const { id, url } of documentAt === undefined ? [] : (await documentsOf(read, entryId)).filter(isDue)) {
    const found = await documentAt?.(new URL(url));
    if (found === undefined || found === "enough") continue;
    documents.push(typeof found === "string" ? { id, found } : { id, found: "holds", document: sentDocument(found) });
  }
  if (delegates.length + documents.length === 0) return;
  await application.execute(recordLadder, { entryId, delegates, documents }, by);
}

async function decisionFound(
  read: Database,
  { decision, decisionId }: Delegate,
  documentAt: DocumentAt | undefined,
): Promise<EvidenceFinding | undefined> {
  if (decisionId !== undefined) return (await isInForce(read, decisionId)) ? "holds" : "not-in-force";
  const found = await documentAt?.(new URL(decision));
  if (found === undefined || found === "enough") return undefined;
  return isThere(found) ? "holds" : found;
}

/** Whether a decision is where it was said to be: its page may be of any kind, since people read it. */
export function isThere(found: FoundDocument | NoDocument): found is FoundDocument | "unreadable" {
  return typeof found !== "string" || found === "unreadable";
}

/** A document as the commands take it. */
export function sentDocument({ sha256, wordsSha256, mediaType, bytes }: FoundDocument) {
  return { sha256, wordsSha256, mediaType, bytes: Buffer.from(bytes).toString("base64") };
}

/** When the next of what a place showed is to be looked at; undefined where it shows nothing. */
export async function nextLadderLook(db: Database, entryId: string): Promise<Temporal.Instant | undefined> {
  const evidence = [...(await delegatesOf(db, entryId)), ...(await documentsOf(db, entryId))];
  return evidence.map(nextLookAt).toSorted(Temporal.Instant.compare)[0];
}
