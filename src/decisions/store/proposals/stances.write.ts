import { canonicalJson } from "../../../kernel/base/canonical-json.ts";
import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { prepared } from "../../../kernel/database/prepared.ts";
import { retally } from "../tallies/tallies.write.ts";
import { proposalTables, type StanceRow } from "./proposals.tables.ts";
import type { Stance } from "./stances.read.ts";

/** Writes what somebody says from now on; what they said `before`, if anything, is kept as what it was. */
export async function writeStance(
  db: Database,
  proposalId: string,
  stance: Stance,
  before: Stance | undefined,
): Promise<void> {
  if (before !== undefined) await keepEarlier(db, proposalId, before);
  const said = before === undefined ? undefined : canonicalJson(before.ballot);
  await retally(db, proposalId, { before: said, now: canonicalJson(stance.ballot) });
  await writeRow.later(db, {
    proposal_id: proposalId,
    person_id: stance.personId,
    ballot: canonicalJson(stance.ballot),
    reason: stance.reason,
    given_at: microsecondsFromInstant(stance.givenAt),
    by: stance.by,
    changes: stance.changes,
    native_votes: JSON.stringify(stance.nativeVotes),
  });
}

const writeRow = prepared((db, { proposal_id, person_id, ...stance }: StanceRow) =>
  proposalTables(db)
    .insertInto("stances")
    .values({ proposal_id, person_id, ...stance })
    .onConflict((conflict) => conflict.columns(["proposal_id", "person_id"]).doUpdateSet(stance)),
);

/** What somebody said is kept as what it was, and stands no more: another speaks in their place. */
export async function moveToEarlier(db: Database, proposalId: string, stance: Stance): Promise<void> {
  await keepEarlier(db, proposalId, stance);
  await removeStance(db, proposalId, stance.personId);
}

/** What somebody said stands no more. */
export async function removeStance(db: Database, proposalId: string, personId: string): Promise<void> {
  const stood = await proposalTables(db)
    .deleteFrom("stances")
    .where("proposal_id", "=", proposalId)
    .where("person_id", "=", personId)
    .returning("ballot")
    .execute();
  for (const { ballot } of stood) await retally(db, proposalId, { before: ballot, now: undefined });
}

/** What somebody said, and will say no more; it was never counted. */
export async function keepEarlier(db: Database, proposalId: string, stance: Stance): Promise<void> {
  await proposalTables(db)
    .insertInto("earlier_stances")
    .values({
      proposal_id: proposalId,
      person_id: stance.personId,
      place: stance.changes,
      ballot: canonicalJson(stance.ballot),
      reason: stance.reason,
      given_at: microsecondsFromInstant(stance.givenAt),
      by: stance.by,
    })
    .execute();
}
