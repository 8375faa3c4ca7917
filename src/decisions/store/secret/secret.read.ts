import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { prepared } from "../../../kernel/database/prepared.ts";
import type { PublishedBallot, Turnout } from "../../model/secret/secret-ballot.ts";
import type { PersonId } from "../../model/thread.ts";
import { secretTables, type SealedRow } from "./secret.tables.ts";

/** The box of a secret proposal; its key is gone once it is counted. */
export interface Box {
  readonly key: string | undefined;
  readonly turnout: Turnout;
}

export async function boxOf(db: Database, proposalId: string): Promise<Box | undefined> {
  const row = (await boxRow(db, { proposalId })).rows[0];
  return row === undefined ? undefined : { key: row.key ?? undefined, turnout: row.turnout as Turnout };
}

const boxRow = prepared((db, given: { proposalId: string }) =>
  secretTables(db).selectFrom("secret_boxes").selectAll().where("proposal_id", "=", given.proposalId),
);

/** Whether somebody has voted; how, no row tells. */
export async function hasVoted(db: Database, proposalId: string, personId: string): Promise<boolean> {
  return (await markOf(db, { proposalId, personId })).rows.length > 0;
}

const markOf = prepared((db, given: { proposalId: string; personId: string }) =>
  secretTables(db)
    .selectFrom("ballot_marks")
    .select("person_id")
    .where("proposal_id", "=", given.proposalId)
    .where("person_id", "=", given.personId),
);

/** Who has voted, in the order of their ids: at most `limit` after the id `after`. */
export async function markedPeople(
  db: Database,
  proposalId: string,
  page: { readonly after: string; readonly limit: number },
): Promise<readonly PersonId[]> {
  const rows = await secretTables(db)
    .selectFrom("ballot_marks")
    .select("person_id")
    .where("proposal_id", "=", proposalId)
    .where("person_id", ">", page.after)
    .orderBy("person_id")
    .limit(page.limit)
    .execute();
  return rows.map((row) => row.person_id as PersonId);
}

/** Whether there is a ballot with this code. */
export async function hasSealedBallot(db: Database, proposalId: string, finder: string): Promise<boolean> {
  return (await sealedByFinder(db, { proposalId, finder })).rows.length > 0;
}

const sealedByFinder = prepared((db, given: { proposalId: string; finder: string }) =>
  secretTables(db)
    .selectFrom("sealed_ballots")
    .select("finder")
    .where("proposal_id", "=", given.proposalId)
    .where("finder", "=", given.finder),
);

/** Ballots as they are sealed, in the order of their keys: at most `limit` after the key `after`. */
export async function sealedBallots(
  db: Database,
  proposalId: string,
  page: { readonly after: string; readonly limit: number },
): Promise<readonly SealedRow[]> {
  return secretTables(db)
    .selectFrom("sealed_ballots")
    .selectAll()
    .where("proposal_id", "=", proposalId)
    .where("finder", ">", page.after)
    .orderBy("finder")
    .limit(page.limit)
    .execute();
}

/** The published ballots in the order of their digests: at most `limit` from the digest `from` on. */
export async function publishedBallots(
  db: Database,
  proposalId: string,
  page: { readonly from: string; readonly limit: number },
): Promise<readonly PublishedBallot[]> {
  const rows = await secretTables(db)
    .selectFrom("published_ballots")
    .select(["digest", "ballot"])
    .where("proposal_id", "=", proposalId)
    .where("digest", ">=", page.from)
    .orderBy("digest")
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({ digest: row.digest, ballot: JSON.parse(row.ballot) as Json }));
}

/** Whether there are published ballots and all say the same. */
export async function areAllAlike(db: Database, proposalId: string): Promise<boolean> {
  const tables = secretTables(db);
  const ofProposal = tables.selectFrom("published_ballots").where("proposal_id", "=", proposalId);
  const first = await ofProposal.select("ballot").orderBy("digest").limit(1).executeTakeFirst();
  if (first === undefined) return false;
  const other = await ofProposal.select("ballot").where("ballot", "!=", first.ballot).limit(1).executeTakeFirst();
  return other === undefined;
}
