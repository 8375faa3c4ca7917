import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { PersonId } from "../../model/thread.ts";
import type { RecordedState } from "../../model/voice/recorded.ts";
import type { ProposalTables } from "../proposals/proposals.tables.ts";
import { voiceTables, type RecordedStanceRow, type VoiceTables } from "./voice.tables.ts";

/** What a steward wrote down of somebody who answered by phone. */
export interface RecordedStance {
  readonly personId: PersonId;
  readonly recorderId: PersonId;
  readonly note: string;
  readonly recordedAt: Temporal.Instant;
  readonly state: RecordedState;
}

/** What was written down for one person, whatever came of it. */
export async function recordedOf(
  db: Database,
  proposalId: string,
  personId: string,
): Promise<RecordedStance | undefined> {
  const row = await voiceTables(db)
    .selectFrom("recorded_stances")
    .selectAll()
    .where("proposal_id", "=", proposalId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row === undefined ? undefined : recordedFromRow(row);
}

/** Of some people, those whose stance was written down for them and still stands so. */
export async function recordedAmong(
  db: Database,
  proposalId: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, RecordedStance>> {
  if (people.length === 0) return new Map();
  const rows = await standing(db, proposalId).where("recorded.person_id", "in", people).execute();
  return new Map(rows.map((row) => [row.person_id, recordedFromRow(row)]));
}

/** How many stances were written down for people and still stand so, and how many of these nobody confirmed. */
export async function countRecorded(
  db: Database,
  proposalId: string,
): Promise<{ readonly byPhone: number; readonly unconfirmed: number }> {
  const rows = await recordedStanding(db)
    .select(["recorded.state", (row) => row.fn.countAll<number>().as("count")])
    .where("recorded.proposal_id", "=", proposalId)
    .groupBy("recorded.state")
    .execute();
  const of = (state: RecordedState) => rows.find((row) => row.state === state)?.count ?? 0;
  return { byPhone: of("unconfirmed") + of("confirmed"), unconfirmed: of("unconfirmed") };
}

function standing(db: Database, proposalId: string) {
  return recordedStanding(db).selectAll("recorded").where("recorded.proposal_id", "=", proposalId);
}

/** Whoever answered themselves since then is not among them. What was written down is looked at first: answers may be many more. */
function recordedStanding(db: Database) {
  return db
    .withTables<VoiceTables & ProposalTables>()
    .selectFrom("recorded_stances as recorded")
    .where((row) =>
      row.exists(
        row
          .selectFrom("stances as stance")
          .select("stance.by")
          .whereRef("stance.proposal_id", "=", "recorded.proposal_id")
          .whereRef("stance.person_id", "=", "recorded.person_id")
          .where("stance.by", "=", "phone"),
      ),
    );
}

function recordedFromRow(row: RecordedStanceRow): RecordedStance {
  return {
    personId: row.person_id as PersonId,
    recorderId: row.recorder_id as PersonId,
    note: row.note,
    recordedAt: instantFromMicroseconds(row.recorded_at),
    state: row.state as RecordedState,
  };
}
