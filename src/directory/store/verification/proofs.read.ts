import { instantFromMicroseconds, instantOrNone } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { domainProofs } from "../../model/look-up/look.ts";
import { proofKinds, staleReasons, type Proof, type ProofState } from "../../model/verification/proofs.ts";
import { proofTables, type ProofRow } from "./proofs.tables.ts";

/** What these entries have proved or began to, by their ids. */
export async function proofsOf(
  db: Database,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Proof[]>> {
  const proofs = new Map<string, Proof[]>(entryIds.map((id) => [id, []]));
  if (entryIds.length === 0) return proofs;
  const rows = await proofTables(db)
    .selectFrom("directory_proofs")
    .selectAll()
    .where("entry_id", "in", entryIds)
    .orderBy("entry_id")
    .orderBy("kind", "desc")
    .limit(entryIds.length * proofKinds.length)
    .execute();
  for (const row of rows) proofs.get(row.entry_id)?.push(proofFrom(row));
  return proofs;
}

/** The proof that has this code, and whose it is. */
export async function proofByCode(
  db: Database,
  code: string,
): Promise<{ readonly entryId: string; readonly proof: Proof } | undefined> {
  const row = await proofTables(db)
    .selectFrom("directory_proofs")
    .selectAll()
    .where("code", "=", code)
    .executeTakeFirst();
  return row === undefined ? undefined : { entryId: row.entry_id, proof: proofFrom(row) };
}

/** Which proofs somebody began, for them to take along. */
export async function proofsBegunBy(db: Database, personId: string) {
  const rows = await proofTables(db)
    .selectFrom("directory_proofs")
    .select(["entry_id", "kind", "asked_at"])
    .where("person_id", "=", personId)
    .orderBy("asked_at")
    .execute();
  return rows.map((row) => ({
    entry: row.entry_id,
    kind: row.kind,
    begun: instantFromMicroseconds(row.asked_at).toString(),
  }));
}

function proofFrom(row: ProofRow): Proof {
  const methods = [...domainProofs, "contact-account"] as const;
  return {
    kind: row.kind === "account" ? "account" : "domain",
    state: row.state as ProofState,
    code: row.code,
    method: methods.find((method) => method === row.method),
    account:
      row.account_uri === null ? undefined : { uri: row.account_uri, handle: row.account_handle ?? row.account_uri },
    askedAt: instantFromMicroseconds(row.asked_at),
    provedAt: instantOrNone(row.proved_at),
    checkedAt: instantOrNone(row.checked_at),
    failures: row.failures,
    staleBecause: staleReasons.find((reason) => reason === row.stale_because),
  };
}
