import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Outcome } from "./outcomes.read.ts";
import { proposalTables } from "./proposals.tables.ts";

/** The count of a proposal that has just closed; written once. */
export async function insertOutcome(
  db: Database,
  proposalId: string,
  outcome: Omit<Outcome, "statement" | "statedBy" | "statedAt">,
): Promise<void> {
  await proposalTables(db)
    .insertInto("outcomes")
    .values({
      proposal_id: proposalId,
      tally: JSON.stringify(outcome.tally),
      conclusion: JSON.stringify(outcome.conclusion),
      eligible: outcome.eligible,
      answered: outcome.answered,
      seed: outcome.seed,
      statement: "",
      stated_by: null,
      stated_at: null,
      counted_at: microsecondsFromInstant(outcome.countedAt),
    })
    .execute();
}

/** What somebody states was concluded. */
export async function writeStatement(
  db: Database,
  proposalId: string,
  said: { readonly statement: string; readonly by: string; readonly at: Temporal.Instant },
): Promise<void> {
  await proposalTables(db)
    .updateTable("outcomes")
    .set({ statement: said.statement, stated_by: said.by, stated_at: microsecondsFromInstant(said.at) })
    .where("proposal_id", "=", proposalId)
    .execute();
}
