import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Delegate } from "../../model/ladder/delegate.ts";
import type { DocumentVersion, PlaceDocument } from "../../model/ladder/document.ts";
import type { Evidence } from "../../model/ladder/evidence.ts";
import type { Step, StepKind } from "../../model/ladder/step.ts";
import { ladderTables } from "./ladder.tables.ts";

/** By whom something is said for a place. */
interface Said {
  readonly entryId: string;
  readonly personId: string;
}

/** A delegate whom a place names. */
export async function insertDelegate(
  db: Database,
  said: Said & { readonly delegateId: string | undefined },
  delegate: Delegate,
): Promise<void> {
  await ladderTables(db)
    .insertInto("directory_delegates")
    .values({
      id: delegate.id,
      entry_id: said.entryId,
      person_id: said.personId,
      ...evidenceColumns(delegate),
      handle: delegate.handle,
      delegate_id: said.delegateId ?? null,
      scope: delegate.scope,
      decision: delegate.decision,
      decision_id: delegate.decisionId ?? null,
      until: delegate.until.toString(),
    })
    .execute();
}

/** A document that a place shows. */
export async function insertDocument(
  db: Database,
  said: Said,
  document: Omit<PlaceDocument, "versions">,
): Promise<void> {
  await ladderTables(db)
    .insertInto("directory_documents")
    .values({
      id: document.id,
      entry_id: said.entryId,
      person_id: said.personId,
      ...evidenceColumns(document),
      kind: document.kind,
      url: document.url,
      licence: document.licence,
    })
    .execute();
}

/** A text that stands at the address of a document. */
export async function insertVersion(
  db: Database,
  { entryId, documentId }: { readonly entryId: string; readonly documentId: string },
  version: DocumentVersion,
): Promise<void> {
  await ladderTables(db)
    .insertInto("directory_document_versions")
    .values({
      id: version.id,
      document_id: documentId,
      entry_id: entryId,
      sha256: version.sha256,
      words_sha256: version.wordsSha256,
      media_type: version.mediaType,
      size: version.size,
      first_seen_at: microsecondsFromInstant(version.firstSeenAt),
      last_seen_at: microsecondsFromInstant(version.lastSeenAt),
      copy: version.copy ?? null,
    })
    .execute();
}

/** A version is still there. */
export async function renewVersion(db: Database, id: string, at: Temporal.Instant): Promise<void> {
  await ladderTables(db)
    .updateTable("directory_document_versions")
    .set({ last_seen_at: microsecondsFromInstant(at) })
    .where("id", "=", id)
    .execute();
}

/** Forgets these versions of documents. */
export async function deleteVersions(db: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await ladderTables(db).deleteFrom("directory_document_versions").where("id", "in", ids).execute();
}

/** How a delegate or a document was found. */
export async function keepLookAt(
  db: Database,
  what: "delegate" | "document",
  id: string,
  evidence: Evidence,
): Promise<void> {
  const table = what === "delegate" ? "directory_delegates" : "directory_documents";
  await ladderTables(db).updateTable(table).set(evidenceColumns(evidence)).where("id", "=", id).execute();
}

/** What a place took back; says whether it was there. */
export async function deleteEvidence(
  db: Database,
  what: "delegate" | "document",
  { entryId, id }: { readonly entryId: string; readonly id: string },
): Promise<boolean> {
  const table = what === "delegate" ? "directory_delegates" : "directory_documents";
  const rows = await ladderTables(db)
    .deleteFrom(table)
    .where("id", "=", id)
    .where("entry_id", "=", entryId)
    .returning("id")
    .execute();
  return rows.length > 0;
}

/** A place vouches for another; said again, it is said anew, and what was replied to it stays. */
export async function keepVouch(
  db: Database,
  vouch: Said & {
    readonly id: string;
    readonly byEntryId: string;
    readonly note: string;
    readonly accountUri: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const said = {
    note: vouch.note,
    account_uri: vouch.accountUri,
    person_id: vouch.personId,
    said_at: microsecondsFromInstant(vouch.at),
  };
  await ladderTables(db)
    .insertInto("directory_vouches")
    .values({ id: vouch.id, entry_id: vouch.entryId, by_entry_id: vouch.byEntryId, reply: "", is_declined: 0, ...said })
    .onConflict((conflict) => conflict.columns(["entry_id", "by_entry_id"]).doUpdateSet(said))
    .execute();
}

/** A place takes back that it vouches; says whether it did. */
export async function deleteVouch(
  db: Database,
  { entryId, byEntryId }: { readonly entryId: string; readonly byEntryId: string },
): Promise<boolean> {
  const rows = await ladderTables(db)
    .deleteFrom("directory_vouches")
    .where("entry_id", "=", entryId)
    .where("by_entry_id", "=", byEntryId)
    .returning("id")
    .execute();
  return rows.length > 0;
}

/** What the vouched-for place replies; says whether there is such a vouch. */
export async function keepVouchReply(
  db: Database,
  vouch: { readonly entryId: string; readonly id: string; readonly reply: string; readonly isDeclined: boolean },
): Promise<boolean> {
  const rows = await ladderTables(db)
    .updateTable("directory_vouches")
    .set({ reply: vouch.reply, is_declined: vouch.isDeclined ? 1 : 0 })
    .where("entry_id", "=", vouch.entryId)
    .where("id", "=", vouch.id)
    .returning("id")
    .execute();
  return rows.length > 0;
}

/** Writes down how a step of a place stands; undefined for one that is none. */
export async function keepStep(db: Database, entryId: string, kind: StepKind, step: Step | undefined): Promise<void> {
  const tables = ladderTables(db);
  await tables.deleteFrom("directory_steps").where("entry_id", "=", entryId).where("kind", "=", kind).execute();
  if (step === undefined) return;
  await tables
    .insertInto("directory_steps")
    .values({
      entry_id: entryId,
      kind,
      state: step.state,
      since: microsecondsFromInstant(step.since),
      checked_at: microsecondsFromInstant(step.checkedAt),
      expires_at: microsecondsFromInstant(step.expiresAt),
      fault: step.fault ?? null,
    })
    .execute();
}

/** Forgets all of a place that is no longer listed, and what it said of others. */
export async function deleteLadder(db: Database, entryId: string): Promise<void> {
  const tables = ladderTables(db);
  await tables.deleteFrom("directory_delegates").where("entry_id", "=", entryId).execute();
  await tables.deleteFrom("directory_documents").where("entry_id", "=", entryId).execute();
  await tables.deleteFrom("directory_document_versions").where("entry_id", "=", entryId).execute();
  await tables.deleteFrom("directory_vouches").where("entry_id", "=", entryId).execute();
  await tables.deleteFrom("directory_vouches").where("by_entry_id", "=", entryId).execute();
  await tables.deleteFrom("directory_steps").where("entry_id", "=", entryId).execute();
}

/** What somebody said for places stays, since the place said it; who they were is forgotten, or is somebody else now. */
export async function renameLadderSpeaker(db: Database, personId: string, now: string | null): Promise<void> {
  for (const table of ["directory_delegates", "directory_documents", "directory_vouches"] as const) {
    await ladderTables(db).updateTable(table).set({ person_id: now }).where("person_id", "=", personId).execute();
  }
  if (now === null) return;
  await ladderTables(db)
    .updateTable("directory_delegates")
    .set({ delegate_id: now })
    .where("delegate_id", "=", personId)
    .execute();
}

/** A place's delegate goes on unnamed. */
export async function forgetDelegate(db: Database, personId: string): Promise<void> {
  await ladderTables(db)
    .updateTable("directory_delegates")
    .set({ delegate_id: null, handle: "" })
    .where("delegate_id", "=", personId)
    .execute();
}

function evidenceColumns(evidence: Evidence) {
  return {
    account_uri: evidence.accountUri,
    said_at: microsecondsFromInstant(evidence.saidAt),
    checked_at: microsecondsFromInstant(evidence.checkedAt),
    tried_at: microsecondsFromInstant(evidence.triedAt),
    failures: evidence.failures,
    fault: evidence.fault ?? null,
  };
}
