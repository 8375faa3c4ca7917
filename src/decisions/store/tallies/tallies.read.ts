import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { prepared } from "../../../kernel/database/prepared.ts";
import { tallyTables } from "./tallies.tables.ts";

/** How many have answered, and how often what is counted has changed. */
export interface Answered {
  readonly answered: number;
  readonly turn: number;
}

/** How many have answered a proposal so far, themselves, openly or in secret: kept, not counted. */
export async function answeredSoFar(db: Database, proposalId: string): Promise<Answered> {
  return (await answeredRow(db, { proposalId })).rows[0] ?? { answered: 0, turn: 0 };
}

const answeredRow = prepared((db, given: { proposalId: string }) =>
  tallyTables(db).selectFrom("answer_counts").select(["answered", "turn"]).where("proposal_id", "=", given.proposalId),
);

/** The ballots of all stances so far, equal ones once with their number: kept, not counted, and the same as `countedBallots` gives. */
export async function ballotsSoFar(
  db: Database,
  proposalId: string,
): Promise<readonly { readonly ballot: Json; readonly count: number }[]> {
  const { rows } = await ballotRows(db, { proposalId });
  return rows.map((row) => ({ ballot: JSON.parse(row.ballot) as Json, count: row.count }));
}

const ballotRows = prepared((db, given: { proposalId: string }) =>
  tallyTables(db)
    .selectFrom("ballot_counts")
    .select(["ballot", "count"])
    .where("proposal_id", "=", given.proposalId)
    .orderBy("ballot"),
);
