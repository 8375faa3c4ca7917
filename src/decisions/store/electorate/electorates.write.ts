import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Electorate, LeftOut } from "./electorates.read.ts";
import { electorateTables, type VoiceDelegateRow, type VoiceRow } from "./electorate.tables.ts";

/** So many rows are written at once. */
const ROWS_AT_ONCE = 1_000;

/** Whom a proposal or a draft asks, in the place of what was chosen before. */
export async function writeElectorate(
  db: Database,
  proposalId: string,
  chosen: Electorate,
  named: readonly string[],
): Promise<void> {
  const tables = electorateTables(db);
  const set = {
    kind: chosen.kind,
    circle_id: chosen.circleId,
    circle_name: chosen.circleName,
    challenge_days: chosen.challengeDays,
  };
  await tables
    .insertInto("proposal_electorates")
    .values({ proposal_id: proposalId, ...set })
    .onConflict((conflict) => conflict.column("proposal_id").doUpdateSet(set))
    .execute();
  await tables.deleteFrom("named_electors").where("proposal_id", "=", proposalId).execute();
  if (named.length === 0) return;
  await tables
    .insertInto("named_electors")
    .values(named.map((person) => ({ proposal_id: proposalId, person_id: person })))
    .execute();
}

/** Writes who may not answer, and why; a page of members at a time. */
export async function insertLeftOut(db: Database, proposalId: string, people: readonly LeftOut[]): Promise<void> {
  for (let first = 0; first < people.length; first += ROWS_AT_ONCE) {
    const rows = people.slice(first, first + ROWS_AT_ONCE).map(({ personId, why, until, className }) => ({
      proposal_id: proposalId,
      person_id: personId,
      why,
      until: until === undefined ? null : microsecondsFromInstant(until),
      class_name: className,
    }));
    await electorateTables(db).insertInto("left_out").values(rows).execute();
  }
}

/** The voices of organisations in a proposal, and who speaks for each. */
export async function insertVoices(
  db: Database,
  voices: readonly VoiceRow[],
  delegates: readonly VoiceDelegateRow[],
): Promise<void> {
  if (voices.length === 0) return;
  await electorateTables(db).insertInto("proposal_voices").values(voices).execute();
  await electorateTables(db).insertInto("voice_delegates").values(delegates).execute();
}

/** How many of those who may answer live on each server. */
export async function insertServers(
  db: Database,
  proposalId: string,
  eligible: ReadonlyMap<string, number>,
): Promise<void> {
  if (eligible.size === 0) return;
  const rows = [...eligible].map(([host, count]) => ({ proposal_id: proposalId, host, eligible: count, answered: 0 }));
  for (let first = 0; first < rows.length; first += ROWS_AT_ONCE) {
    await electorateTables(db)
      .insertInto("proposal_servers")
      .values(rows.slice(first, first + ROWS_AT_ONCE))
      .execute();
  }
}

/** How many of those who answered live on each server, once it is counted; the others have 0. */
export async function writeAnswered(
  db: Database,
  proposalId: string,
  answered: ReadonlyMap<string, number>,
): Promise<void> {
  const tables = electorateTables(db);
  await tables.updateTable("proposal_servers").set({ answered: 0 }).where("proposal_id", "=", proposalId).execute();
  for (const [host, count] of answered) {
    await tables
      .updateTable("proposal_servers")
      .set({ answered: count })
      .where("proposal_id", "=", proposalId)
      .where("host", "=", host)
      .execute();
  }
}

/** Takes somebody off the list, with the reason; one server has one elector less. */
export async function strikeElector(
  db: Database,
  proposalId: string,
  struck: { readonly personId: string; readonly host: string; readonly eligible: number },
): Promise<void> {
  const tables = electorateTables(db);
  await tables
    .deleteFrom("proposal_electors")
    .where("proposal_id", "=", proposalId)
    .where("person_id", "=", struck.personId)
    .execute();
  await tables
    .insertInto("left_out")
    .values({ proposal_id: proposalId, person_id: struck.personId, why: "set-aside", until: null, class_name: "" })
    .execute();
  await tables.updateTable("proposals").set({ eligible: struck.eligible }).where("id", "=", proposalId).execute();
  await tables
    .updateTable("proposal_servers")
    .set((row) => ({ eligible: row("eligible", "-", 1) }))
    .where("proposal_id", "=", proposalId)
    .where("host", "=", struck.host)
    .execute();
}
