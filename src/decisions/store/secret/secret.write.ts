import { canonicalJson } from "../../../kernel/base/canonical-json.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { prepared } from "../../../kernel/database/prepared.ts";
import type { PublishedBallot, Turnout } from "../../model/secret/secret-ballot.ts";
import { countAnswer } from "../tallies/tallies.write.ts";
import { secretTables, type MarkRow, type SealedRow } from "./secret.tables.ts";

/** So many rows are written at once: every row has three values, and engines take some ten thousand. */
const ROWS_AT_ONCE = 2_000;

/** A new box, empty, with the key by which its ballots will be sealed. */
export async function insertBox(db: Database, proposalId: string, key: string, turnout: Turnout): Promise<void> {
  await secretTables(db).insertInto("secret_boxes").values({ proposal_id: proposalId, key, turnout }).execute();
}

/** Somebody has voted. */
export async function insertMark(db: Database, proposalId: string, personId: string): Promise<void> {
  await countAnswer(db, proposalId, 1);
  await markRow(db, { proposal_id: proposalId, person_id: personId });
}

const markRow = prepared((db, { proposal_id, person_id }: MarkRow) =>
  secretTables(db).insertInto("ballot_marks").values({ proposal_id, person_id }),
);

/** A sealed ballot, in the place of the one with the same code where there is one. */
export async function writeSealed(db: Database, row: SealedRow): Promise<void> {
  await sealedRow(db, { proposal_id: row.proposal_id, finder: row.finder, sealed: row.sealed });
}

const sealedRow = prepared((db, { proposal_id, finder, sealed }: SealedRow) =>
  secretTables(db)
    .insertInto("sealed_ballots")
    .values({ proposal_id, finder, sealed })
    .onConflict((conflict) => conflict.columns(["proposal_id", "finder"]).doUpdateSet({ sealed })),
);

/** Writes the list of ballots, in the order given. */
export async function insertPublished(
  db: Database,
  proposalId: string,
  ballots: readonly PublishedBallot[],
): Promise<void> {
  for (let first = 0; first < ballots.length; first += ROWS_AT_ONCE) {
    const rows = ballots
      .slice(first, first + ROWS_AT_ONCE)
      .map(({ digest, ballot }) => ({ proposal_id: proposalId, digest, ballot: canonicalJson(ballot) }));
    await secretTables(db).insertInto("published_ballots").values(rows).execute();
  }
}

/** Erases the sealed ballots and the key that opens them; what is left of them anywhere cannot be read any more. */
export async function destroyBox(db: Database, proposalId: string): Promise<void> {
  const tables = secretTables(db);
  await tables.deleteFrom("sealed_ballots").where("proposal_id", "=", proposalId).execute();
  await tables.updateTable("secret_boxes").set({ key: null }).where("proposal_id", "=", proposalId).execute();
}

/** Writes the marks again in the order of people's ids, so that the places of their rows do not tell in which order they voted. */
export async function rewriteMarks(db: Database, proposalId: string): Promise<void> {
  const tables = secretTables(db);
  const marks = await tables
    .selectFrom("ballot_marks")
    .selectAll()
    .where("proposal_id", "=", proposalId)
    .orderBy("person_id")
    .execute();
  await tables.deleteFrom("ballot_marks").where("proposal_id", "=", proposalId).execute();
  for (let first = 0; first < marks.length; first += ROWS_AT_ONCE) {
    await tables
      .insertInto("ballot_marks")
      .values(marks.slice(first, first + ROWS_AT_ONCE))
      .execute();
  }
}
