import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { AskedAfter } from "../../model/commitments/asking-after.ts";
import type { CommitmentId, CommitmentPeople, CommitmentState } from "../../model/commitments/commitment.ts";
import type { GatheringId, PersonId } from "../../model/gathering.ts";
import type { GatheringTables } from "../gatherings.tables.ts";
import { commitmentTables, type CommitmentRow, type CommitmentTables } from "./commitments.tables.ts";

/** A commitment as pages, commands and federation see it. */
export interface HeldCommitment extends AskedAfter, CommitmentPeople {
  readonly id: CommitmentId;
  readonly communityId: string;
  readonly gatheringId: GatheringId;
  readonly what: string;
  readonly proposedAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
}

/** An open commitment with the gathering it was made at. */
export interface OpenCommitment extends HeldCommitment {
  readonly gatheringTitle: string;
}

/** How many commitments of a gathering are in each state. */
export type CommitmentCounts = Readonly<Record<CommitmentState, number>>;

export async function commitmentById(db: Database, id: string): Promise<HeldCommitment | undefined> {
  const row = await commitmentTables(db)
    .selectFrom("gathering_commitments")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? undefined : commitmentFromRow(row);
}

/** The commitments of a gathering in one state, the soonest due first; at most `limit` of them. */
export async function commitmentsIn(
  db: Database,
  gatheringId: string,
  state: CommitmentState,
  limit: number,
): Promise<readonly HeldCommitment[]> {
  const rows = await commitmentTables(db)
    .selectFrom("gathering_commitments")
    .selectAll()
    .where("gathering_id", "=", gatheringId)
    .where("state", "=", state)
    .orderBy("due")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(commitmentFromRow);
}

/**
 * What people of a community have promised and not yet done or dropped, the soonest due first, with the gatherings they promised it at: for
 * the agenda of the next one. `except` leaves out the commitments of one gathering.
 */
export async function openCommitmentsOf(
  db: Database,
  communityId: string,
  { except = "", limit }: { readonly except?: string; readonly limit: number },
): Promise<readonly OpenCommitment[]> {
  const rows = await db
    .withTables<CommitmentTables & GatheringTables>()
    .selectFrom("gathering_commitments as commitment")
    .innerJoin("gatherings as gathering", "gathering.id", "commitment.gathering_id")
    .selectAll("commitment")
    .select("gathering.title")
    .where("commitment.community_id", "=", communityId)
    .where("commitment.state", "=", "accepted")
    .where("commitment.gathering_id", "!=", except)
    .orderBy("commitment.due")
    .orderBy("commitment.id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...commitmentFromRow(row), gatheringTitle: row.title }));
}

export async function commitmentCounts(db: Database, gatheringId: string): Promise<CommitmentCounts> {
  const rows = await commitmentTables(db)
    .selectFrom("gathering_commitments")
    .select("state")
    .select((is) => is.fn.countAll<number>().as("count"))
    .where("gathering_id", "=", gatheringId)
    .groupBy("state")
    .execute();
  const counts = Object.fromEntries(rows.map((row) => [row.state, row.count]));
  return { proposed: 0, accepted: 0, declined: 0, done: 0, dropped: 0, ...counts };
}

/** What a person has promised at a gathering and not yet done or dropped; at most `limit`. */
export async function openCommitmentsAt(
  db: Database,
  gatheringId: string,
  personId: string,
  limit: number,
): Promise<readonly HeldCommitment[]> {
  const rows = await commitmentTables(db)
    .selectFrom("gathering_commitments")
    .selectAll()
    .where("owner_id", "=", personId)
    .where("state", "=", "accepted")
    .where("gathering_id", "=", gatheringId)
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(commitmentFromRow);
}

/** All commitments in which a person is named, as owner or as proposer. */
export async function commitmentsNaming(db: Database, personId: string): Promise<readonly HeldCommitment[]> {
  const rows = await commitmentTables(db)
    .selectFrom("gathering_commitments")
    .selectAll()
    .where((is) => is.or([is("owner_id", "=", personId), is("proposer_id", "=", personId)]))
    .orderBy("id")
    .execute();
  return rows.map(commitmentFromRow);
}

/** How many proposals of one person in a gathering are still without an answer. */
export async function countUnanswered(db: Database, gatheringId: string, proposerId: string): Promise<number> {
  const row = await commitmentTables(db)
    .selectFrom("gathering_commitments")
    .select((is) => is.fn.countAll<number>().as("count"))
    .where("proposer_id", "=", proposerId)
    .where("state", "=", "proposed")
    .where("gathering_id", "=", gatheringId)
    .executeTakeFirstOrThrow();
  return row.count;
}

function commitmentFromRow(row: CommitmentRow): HeldCommitment {
  return {
    id: row.id as CommitmentId,
    communityId: row.community_id,
    gatheringId: row.gathering_id as GatheringId,
    what: row.what,
    ownerId: row.owner_id as PersonId,
    proposerId: row.proposer_id as PersonId,
    state: row.state as CommitmentState,
    due: Temporal.PlainDate.from(row.due),
    moves: row.moves,
    askedOn: row.asked_on === null ? undefined : Temporal.PlainDate.from(row.asked_on),
    proposedAt: instantFromMicroseconds(row.proposed_at),
    changedAt: instantFromMicroseconds(row.changed_at),
  };
}
