import { instantFromMicroseconds, instantOrNone } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Conclusion, Tally } from "../../model/counting/tally.ts";
import type { PersonId } from "../../model/thread.ts";
import { proposalTables } from "./proposals.tables.ts";

/** What came of a proposal. */
export interface Outcome {
  readonly tally: Tally;
  readonly conclusion: Conclusion;
  readonly eligible: number;
  readonly answered: number;
  readonly seed: string;
  readonly countedAt: Temporal.Instant;
  /** What somebody states was concluded; empty until then. */
  readonly statement: string;
  readonly statedBy: PersonId | undefined;
  readonly statedAt: Temporal.Instant | undefined;
}

export async function outcomeOf(db: Database, proposalId: string): Promise<Outcome | undefined> {
  const row = await proposalTables(db)
    .selectFrom("outcomes")
    .selectAll()
    .where("proposal_id", "=", proposalId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    tally: JSON.parse(row.tally) as Tally,
    conclusion: JSON.parse(row.conclusion) as Conclusion,
    eligible: row.eligible,
    answered: row.answered,
    seed: row.seed,
    countedAt: instantFromMicroseconds(row.counted_at),
    statement: row.statement,
    statedBy: (row.stated_by as PersonId | null) ?? undefined,
    statedAt: instantOrNone(row.stated_at),
  };
}
