import { instantFromMicroseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { Basis, Certainty, Claim, Claimant, Doubt, Heard } from "../model/claims.ts";
import { fieldValue, isFieldName } from "../model/entry-fields.ts";
import { directoryTables, type ClaimRow } from "./directory.tables.ts";

/** A claim as it was once made, and until when it stood. */
export interface PastClaim {
  readonly claim: Claim;
  readonly endedAt: Temporal.Instant | undefined;
}

/** So many claims of an entry are looked at: more than its fields and a handful of claimants make. */
const MOST = 500;

/** What is said of these entries now, by their ids. */
export async function claimsOf(
  db: Database,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Claim[]>> {
  const claims = new Map<string, Claim[]>(entryIds.map((id) => [id, []]));
  if (entryIds.length === 0) return claims;
  const rows = await directoryTables(db)
    .selectFrom("directory_claims")
    .selectAll()
    .where("entry_id", "in", entryIds)
    .where("ended_at", "is", null)
    .orderBy("said_at")
    .orderBy("id")
    .limit(MOST * entryIds.length)
    .execute();
  for (const row of rows) {
    const claim = claimFrom(row);
    if (claim !== undefined) claims.get(row.entry_id)?.push(claim);
  }
  return claims;
}

/** Those of these claims that still stand, by their ids. */
export async function standingClaims(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, Claim>> {
  if (ids.length === 0) return new Map();
  const rows = await directoryTables(db)
    .selectFrom("directory_claims")
    .selectAll()
    .where("id", "in", ids)
    .where("ended_at", "is", null)
    .execute();
  return new Map(
    rows.flatMap((row) => {
      const claim = claimFrom(row);
      return claim === undefined ? [] : [[row.id, claim] as const];
    }),
  );
}

/** What was said of an entry and no longer is, the latest end first. */
export async function endedClaims(db: Database, entryId: string, limit: number): Promise<readonly PastClaim[]> {
  const rows = await directoryTables(db)
    .selectFrom("directory_claims")
    .selectAll()
    .where("entry_id", "=", entryId)
    .where("ended_at", "is not", null)
    .orderBy("ended_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.flatMap((row) => {
    const claim = claimFrom(row);
    const endedAt = row.ended_at === null ? undefined : instantFromMicroseconds(row.ended_at);
    return claim === undefined ? [] : [{ claim, endedAt }];
  });
}

/** What somebody said of places, for them to take along. */
export async function claimsOfPerson(db: Database, personId: string) {
  const rows = await directoryTables(db)
    .selectFrom("directory_claims")
    .select(["entry_id", "field", "value", "said_at"])
    .where("person_id", "=", personId)
    .orderBy("said_at")
    .orderBy("id")
    .execute();
  return {
    directoryClaims: rows.map((row) => ({
      entry: row.entry_id,
      field: row.field,
      value: row.value,
      said: instantFromMicroseconds(row.said_at).toString(),
    })),
  };
}

/** A claim as a row keeps it; undefined for a field or a word that this version does not know. */
function claimFrom(row: ClaimRow): Claim | undefined {
  if (!isFieldName(row.field)) return undefined;
  const value = fieldValue(row.field, JSON.parse(row.value));
  if (value === undefined) return undefined;
  return {
    field: row.field,
    value,
    basis: row.basis as Basis,
    claimant: claimantFrom(row),
    at: instantFromMicroseconds(row.said_at),
    asOf: row.as_of,
    sources: textsIn(row.sources),
    certainty: row.certainty as Certainty,
    doubt: (row.doubt as Doubt | null) ?? undefined,
    note: row.note,
  };
}

/** A JSON array of texts, as {@link ClaimRow} keeps sources. */
function textsIn(json: string): readonly string[] {
  const read: unknown = JSON.parse(json);
  return Array.isArray(read) ? read.filter((one): one is string => typeof one === "string") : [];
}

function claimantFrom({ claimant, person_id }: ClaimRow): Claimant {
  if (claimant.startsWith("directory:")) return heardFrom(claimant.slice("directory:".length));
  if (claimant.startsWith("list:")) return { kind: "list", name: claimant.slice("list:".length) };
  return claimant === "program" ? { kind: "program" } : { kind: "person", personId: person_id ?? "" };
}

function heardFrom(json: string): Claimant {
  // As `claimantKey` wrote it.
  const [host, claim, basis, by, at] = JSON.parse(json) as [string, string, Heard["basis"], string, string];
  return { kind: "directory", host, claim, basis, by, at: Temporal.Instant.from(at) };
}
