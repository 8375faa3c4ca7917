import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { delegateBounds, type Delegate } from "../../model/ladder/delegate.ts";
import {
  documentBounds,
  documentKinds,
  documentLicences,
  type DocumentVersion,
  type PlaceDocument,
} from "../../model/ladder/document.ts";
import type { Evidence } from "../../model/ladder/evidence.ts";
import { evidenceFaults } from "../../model/ladder/step.ts";
import {
  ladderTables,
  type DelegateRow,
  type DocumentRow,
  type DocumentVersionRow,
  type EvidenceRow,
} from "./ladder.tables.ts";

/** The delegates that a place names, the one named first first. */
export async function delegatesOf(db: Database, entryId: string): Promise<readonly Delegate[]> {
  const rows = await ladderTables(db)
    .selectFrom("directory_delegates")
    .selectAll()
    .where("entry_id", "=", entryId)
    .orderBy("id")
    .limit(delegateBounds.most)
    .execute();
  return rows.map(delegateFrom);
}

/** The documents that a place shows, with what stood at their addresses. */
export async function documentsOf(db: Database, entryId: string): Promise<readonly PlaceDocument[]> {
  const rows = await ladderTables(db)
    .selectFrom("directory_documents")
    .selectAll()
    .where("entry_id", "=", entryId)
    .orderBy("id")
    .limit(documentBounds.most)
    .execute();
  if (rows.length === 0) return [];
  const versions = await ladderTables(db)
    .selectFrom("directory_document_versions")
    .selectAll()
    .where("entry_id", "=", entryId)
    .orderBy("id", "desc")
    .limit(documentBounds.most * documentBounds.versions)
    .execute();
  return rows.map((row) => ({
    ...evidenceFrom(row),
    id: row.id,
    kind: documentKinds.find((kind) => kind === row.kind) ?? "bylaws",
    url: row.url,
    licence: documentLicences.find((licence) => licence === row.licence) ?? "none",
    versions: versions.filter(({ document_id }) => document_id === row.id).map(versionFrom),
  }));
}

/** The version of a place's document that has this id; undefined where there is none. */
export async function documentVersion(
  db: Database,
  entryId: string,
  id: string,
): Promise<(DocumentVersion & { readonly kind: string }) | undefined> {
  const row = await ladderTables(db)
    .selectFrom("directory_document_versions as version")
    .innerJoin("directory_documents as document", "document.id", "version.document_id")
    .selectAll("version")
    .select("document.kind")
    .where("version.id", "=", id)
    .where("version.entry_id", "=", entryId)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...versionFrom(row), kind: row.kind };
}

/** What somebody said for places above their proofs, and where they are named as delegates, for them to take along. */
export async function ladderOfPerson(db: Database, personId: string) {
  const tables = ladderTables(db);
  const delegates = await tables
    .selectFrom("directory_delegates")
    .selectAll()
    .where((is) => is.or([is("person_id", "=", personId), is("delegate_id", "=", personId)]))
    .orderBy("id")
    .execute();
  const documents = await tables
    .selectFrom("directory_documents")
    .selectAll()
    .where("person_id", "=", personId)
    .orderBy("id")
    .execute();
  const vouches = await tables
    .selectFrom("directory_vouches")
    .selectAll()
    .where("person_id", "=", personId)
    .orderBy("id")
    .execute();
  return {
    directoryDelegates: delegates.map((row) => ({
      entry: row.entry_id,
      delegate: row.handle,
      scope: row.scope,
      decision: row.decision,
      until: row.until,
    })),
    directoryDocuments: documents.map((row) => ({ entry: row.entry_id, kind: row.kind, url: row.url })),
    directoryVouches: vouches.map((row) => ({ entry: row.by_entry_id, for: row.entry_id, note: row.note })),
  };
}

function delegateFrom(row: DelegateRow): Delegate {
  return {
    ...evidenceFrom(row),
    id: row.id,
    handle: row.handle,
    scope: row.scope,
    decision: row.decision,
    decisionId: row.decision_id ?? undefined,
    until: Temporal.PlainDate.from(row.until),
  };
}

function evidenceFrom(row: EvidenceRow | DocumentRow): Evidence {
  return {
    accountUri: row.account_uri,
    saidAt: instantFromMicroseconds(row.said_at),
    checkedAt: instantFromMicroseconds(row.checked_at),
    triedAt: instantFromMicroseconds(row.tried_at),
    failures: row.failures,
    fault: evidenceFaults.find((fault) => fault === row.fault),
  };
}

function versionFrom(row: DocumentVersionRow): DocumentVersion {
  return {
    id: row.id,
    sha256: row.sha256,
    wordsSha256: row.words_sha256,
    mediaType: row.media_type,
    size: row.size,
    firstSeenAt: instantFromMicroseconds(row.first_seen_at),
    lastSeenAt: instantFromMicroseconds(row.last_seen_at),
    copy: row.copy ?? undefined,
  };
}
