import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Proof } from "../../model/verification/proofs.ts";
import { proofTables } from "./proofs.tables.ts";

/** Writes a proof down as it stands; one that was begun before of the same kind is replaced. */
export async function keepProof(
  db: Database,
  entryId: string,
  proof: Proof,
  begunBy: { readonly personId: string | undefined } | "as-it-was",
): Promise<void> {
  const at = (instant: Temporal.Instant | undefined) =>
    instant === undefined ? null : microsecondsFromInstant(instant);
  const standing = {
    state: proof.state,
    code: proof.code,
    method: proof.method ?? null,
    account_uri: proof.account?.uri ?? null,
    account_handle: proof.account?.handle ?? null,
    asked_at: microsecondsFromInstant(proof.askedAt),
    proved_at: at(proof.provedAt),
    checked_at: at(proof.checkedAt),
    failures: proof.failures,
    stale_because: proof.staleBecause ?? null,
  };
  const begun = begunBy === "as-it-was" ? {} : { person_id: begunBy.personId ?? null };
  await proofTables(db)
    .insertInto("directory_proofs")
    .values({ entry_id: entryId, kind: proof.kind, person_id: null, ...standing, ...begun })
    .onConflict((conflict) => conflict.columns(["entry_id", "kind"]).doUpdateSet({ ...standing, ...begun }))
    .execute();
}

/** Forgets the proofs of an entry that is no longer listed. */
export async function deleteProofs(db: Database, entryId: string): Promise<void> {
  await proofTables(db).deleteFrom("directory_proofs").where("entry_id", "=", entryId).execute();
}

/** Who began a proof is forgotten, or is somebody else now; the proof itself is the place's. */
export async function renameProver(db: Database, personId: string, now: string | null): Promise<void> {
  await proofTables(db)
    .updateTable("directory_proofs")
    .set({ person_id: now })
    .where("person_id", "=", personId)
    .execute();
}
