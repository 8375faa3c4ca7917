import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { ProposalLife } from "../../model/lifecycle/life.ts";
import { proposalTables } from "../proposals/proposals.tables.ts";
import type { AddedOption, ProposalChange } from "./lives.read.ts";
import { lifecycleTables } from "./lifecycle.tables.ts";

/** Writes down what goes on around a proposal, over what stood. */
export async function writeLife(db: Database, proposalId: string, life: ProposalLife): Promise<void> {
  const row = {
    adding: life.adding,
    own_options: life.ownOptions,
    all_options: life.allOptions,
    shuffles: life.shuffles ? (1 as const) : (0 as const),
    reminds: life.reminds,
    remind_hours: life.remindHours,
    reminded: life.reminded,
    added: life.added,
    digest_at: life.digestAt === undefined ? null : microsecondsFromInstant(life.digestAt),
  };
  await lifecycleTables(db)
    .insertInto("proposal_lives")
    .values({ proposal_id: proposalId, ...row })
    .onConflict((conflict) => conflict.column("proposal_id").doUpdateSet(row))
    .execute();
}

/** Keeps a change of a closing time. */
export async function insertChange(db: Database, proposalId: string, change: ProposalChange): Promise<void> {
  await lifecycleTables(db)
    .insertInto("proposal_changes")
    .values({
      proposal_id: proposalId,
      place: change.place,
      kind: change.kind,
      person_id: change.personId,
      reason: change.reason,
      at: microsecondsFromInstant(change.at),
      until: microsecondsFromInstant(change.until),
      former: change.former === undefined ? null : JSON.stringify(change.former),
    })
    .execute();
}

/** Sets until when an open proposal is open. */
export async function moveClosing(db: Database, proposalId: string, closesAt: Temporal.Instant): Promise<void> {
  await proposalTables(db)
    .updateTable("proposals")
    .set({ closes_at: microsecondsFromInstant(closesAt) })
    .where("id", "=", proposalId)
    .execute();
}

/** Opens a closed proposal again; its count goes, since another one will take its place. */
export async function openAgain(db: Database, proposalId: string, closesAt: Temporal.Instant): Promise<void> {
  await proposalTables(db)
    .updateTable("proposals")
    .set({ state: "open", closed_at: null, closes_at: microsecondsFromInstant(closesAt) })
    .where("id", "=", proposalId)
    .execute();
  await proposalTables(db).deleteFrom("outcomes").where("proposal_id", "=", proposalId).execute();
}

/** Writes the options of a proposal with one more at the end, and who added it. */
export async function appendOption(
  db: Database,
  proposalId: string,
  options: readonly string[],
  added: AddedOption,
): Promise<void> {
  await proposalTables(db)
    .updateTable("proposals")
    .set({ options: JSON.stringify(options) })
    .where("id", "=", proposalId)
    .execute();
  await lifecycleTables(db)
    .insertInto("added_options")
    .values({
      proposal_id: proposalId,
      place: added.place,
      person_id: added.personId,
      at: microsecondsFromInstant(added.at),
    })
    .execute();
}
