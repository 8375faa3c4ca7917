import type { Database } from "../../../kernel/database/database.ts";
import { prepared } from "../../../kernel/database/prepared.ts";
import { tallyTables } from "./tallies.tables.ts";

/**
 * Takes what somebody said out of the tally so far and what they say now into it; both are canonical JSON, undefined where nothing stood or stands.
 * Whoever writes a row of `stances` calls it in the same transaction.
 */
export async function retally(
  db: Database,
  proposalId: string,
  said: { readonly before: string | undefined; readonly now: string | undefined },
): Promise<void> {
  if (said.before === said.now) return;
  const more = Number(said.now !== undefined) - Number(said.before !== undefined);
  // First, so that two who answer at once wait for each other here and nowhere else.
  await countAnswer(db, proposalId, more);
  if (said.before !== undefined) {
    await oneLess.later(db, { proposalId, ballot: said.before });
    await noneLeft.later(db, { proposalId, ballot: said.before });
  }
  if (said.now !== undefined) await oneMore.later(db, { proposalId, ballot: said.now });
}

/** One more has answered, or one less, or as many as before have and not the same. */
export async function countAnswer(db: Database, proposalId: string, more: number): Promise<void> {
  await changed.later(db, { proposalId, more });
}

const changed = prepared((db, given: { proposalId: string; more: number }) =>
  tallyTables(db)
    .insertInto("answer_counts")
    .values({ proposal_id: given.proposalId, answered: given.more, turn: 1 })
    .onConflict((conflict) =>
      conflict.column("proposal_id").doUpdateSet((row) => ({
        answered: row("answer_counts.answered", "+", row.ref("excluded.answered")),
        turn: row("answer_counts.turn", "+", 1),
      })),
    ),
);

const oneMore = prepared((db, given: { proposalId: string; ballot: string }) =>
  tallyTables(db)
    .insertInto("ballot_counts")
    .values({ proposal_id: given.proposalId, ballot: given.ballot, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(["proposal_id", "ballot"]).doUpdateSet((row) => ({ count: row("ballot_counts.count", "+", 1) })),
    ),
);

const oneLess = prepared((db, given: { proposalId: string; ballot: string }) =>
  tallyTables(db)
    .updateTable("ballot_counts")
    .set((row) => ({ count: row("count", "-", 1) }))
    .where("proposal_id", "=", given.proposalId)
    .where("ballot", "=", given.ballot),
);

const noneLeft = prepared((db, given: { proposalId: string; ballot: string }) =>
  tallyTables(db)
    .deleteFrom("ballot_counts")
    .where("proposal_id", "=", given.proposalId)
    .where("ballot", "=", given.ballot)
    .where("count", "<=", 0),
);
