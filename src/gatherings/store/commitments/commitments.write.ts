import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Commitment } from "../../model/commitments/commitment.ts";
import type { HeldCommitment } from "./commitments.read.ts";
import { commitmentTables } from "./commitments.tables.ts";

export async function insertCommitment(db: Database, commitment: HeldCommitment): Promise<void> {
  await commitmentTables(db)
    .insertInto("gathering_commitments")
    .values({
      id: commitment.id,
      community_id: commitment.communityId,
      gathering_id: commitment.gatheringId,
      what: commitment.what,
      owner_id: commitment.ownerId,
      proposer_id: commitment.proposerId,
      state: commitment.state,
      due: commitment.due.toString(),
      moves: commitment.moves,
      asked_on: commitment.askedOn?.toString() ?? null,
      proposed_at: microsecondsFromInstant(commitment.proposedAt),
      changed_at: microsecondsFromInstant(commitment.changedAt),
    })
    .execute();
}

/** Writes what was decided about a commitment. */
export async function updateCommitment(
  db: Database,
  id: string,
  { state, due, moves }: Commitment,
  now: Temporal.Instant,
): Promise<void> {
  await commitmentTables(db)
    .updateTable("gathering_commitments")
    .set({ state, due: due.toString(), moves, changed_at: microsecondsFromInstant(now) })
    .where("id", "=", id)
    .execute();
}

/** Notes that the owner was asked how it went. */
export async function noteAsked(db: Database, id: string, day: Temporal.PlainDate): Promise<void> {
  await commitmentTables(db)
    .updateTable("gathering_commitments")
    .set({ asked_on: day.toString() })
    .where("id", "=", id)
    .execute();
}

export async function deleteCommitment(db: Database, id: string): Promise<void> {
  await commitmentTables(db).deleteFrom("gathering_commitments").where("id", "=", id).execute();
}

/** Puts what stands under one person under another. */
export async function carryCommitments(db: Database, from: string, to: string): Promise<void> {
  for (const column of ["owner_id", "proposer_id"] as const) {
    await commitmentTables(db)
      .updateTable("gathering_commitments")
      .set({ [column]: to })
      .where(column, "=", from)
      .execute();
  }
}

/** Takes away what somebody wrote, and leaves that something was promised. */
export async function eraseWords(db: Database, id: string): Promise<void> {
  await commitmentTables(db).updateTable("gathering_commitments").set({ what: "" }).where("id", "=", id).execute();
}
