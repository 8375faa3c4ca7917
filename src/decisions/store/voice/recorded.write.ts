import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { RecordedState } from "../../model/voice/recorded.ts";
import { proposalTables } from "../proposals/proposals.tables.ts";
import { removeStance } from "../proposals/stances.write.ts";
import type { RecordedStance } from "./recorded.read.ts";
import { voiceTables } from "./voice.tables.ts";

/** That a stance was written down for somebody, by whom and with what note; over what was written down before. */
export async function writeRecorded(db: Database, proposalId: string, recorded: RecordedStance): Promise<void> {
  const said = {
    recorder_id: recorded.recorderId,
    note: recorded.note,
    recorded_at: microsecondsFromInstant(recorded.recordedAt),
    state: recorded.state,
  };
  await voiceTables(db)
    .insertInto("recorded_stances")
    .values({ proposal_id: proposalId, person_id: recorded.personId, ...said })
    .onConflict((conflict) => conflict.columns(["proposal_id", "person_id"]).doUpdateSet(said))
    .execute();
}

/** What the person says of it. */
export async function writeRecordedState(
  db: Database,
  proposalId: string,
  personId: string,
  state: RecordedState,
): Promise<void> {
  await voiceTables(db)
    .updateTable("recorded_stances")
    .set({ state })
    .where("proposal_id", "=", proposalId)
    .where("person_id", "=", personId)
    .execute();
}

/** Takes out a stance that the person refused, with what was written down before it: nothing of it was theirs. */
export async function deleteRecordedStance(db: Database, proposalId: string, personId: string): Promise<void> {
  await removeStance(db, proposalId, personId);
  await proposalTables(db)
    .deleteFrom("earlier_stances")
    .where("proposal_id", "=", proposalId)
    .where("person_id", "=", personId)
    .execute();
}
