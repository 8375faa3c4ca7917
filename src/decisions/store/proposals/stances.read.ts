import type { ExpressionBuilder } from "kysely";
import type { Json } from "../../../kernel/base/canonical-json.ts";
import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { prepared } from "../../../kernel/database/prepared.ts";
import type { PersonId } from "../../model/thread.ts";
import type { ElectorateTables } from "../electorate/electorate.tables.ts";
import type { SecretTables } from "../secret/secret.tables.ts";
import {
  proposalTables,
  type EarlierStanceRow,
  type ElectorRow,
  type ProposalTables,
  type StanceRow,
} from "./proposals.tables.ts";

/** By what way a stance came. */
export type StanceWay = "web" | "native-poll" | "reply" | "phone";

/** What one person says of a proposal. */
export interface Stance {
  readonly personId: PersonId;
  /** As the method's rules read it. */
  readonly ballot: Json;
  readonly reason: string;
  readonly givenAt: Temporal.Instant;
  readonly by: StanceWay;
  /** How often it was changed. */
  readonly changes: number;
  /** Places picked in the native poll so far. */
  readonly nativeVotes: readonly number[];
}

/** Whether somebody may answer a proposal: whether they stood on its list when it opened. */
export async function isElector(db: Database, proposalId: string, personId: string): Promise<boolean> {
  return (await electorOf(db, { proposalId, personId })).rows.length > 0;
}

const electorOf = prepared((db, given: { proposalId: string; personId: string }) =>
  proposalTables(db)
    .selectFrom("proposal_electors")
    .select("why")
    .where("proposal_id", "=", given.proposalId)
    .where("person_id", "=", given.personId),
);

/** Who may answer, in the order of their ids: at most `limit` after the id `after`. */
export async function electorsOf(
  db: Database,
  proposalId: string,
  page: { readonly after: string; readonly limit: number },
): Promise<readonly { readonly personId: PersonId; readonly why: string }[]> {
  const rows = await proposalTables(db)
    .selectFrom("proposal_electors")
    .select(["person_id", "why"])
    .where("proposal_id", "=", proposalId)
    .where("person_id", ">", page.after)
    .orderBy("person_id")
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({ personId: row.person_id as PersonId, why: row.why }));
}

/** Those who may answer and have not, openly or in secret, in the order of their ids. */
export async function silentElectors(
  db: Database,
  proposalId: string,
  page: { readonly after: string; readonly limit: number },
): Promise<readonly PersonId[]> {
  const rows = await db
    .withTables<ProposalTables & SecretTables & ElectorateTables>()
    .selectFrom("proposal_electors as elector")
    .select("elector.person_id")
    .where("elector.proposal_id", "=", proposalId)
    .where("elector.person_id", ">", page.after)
    .where((row) => row.not(row.exists(spokenByColleague(row, proposalId))))
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom("stances as stance")
            .select("stance.person_id")
            .where("stance.proposal_id", "=", proposalId)
            .whereRef("stance.person_id", "=", "elector.person_id"),
        ),
      ),
    )
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom("ballot_marks as mark")
            .select("mark.person_id")
            .where("mark.proposal_id", "=", proposalId)
            .whereRef("mark.person_id", "=", "elector.person_id"),
        ),
      ),
    )
    .orderBy("elector.person_id")
    .limit(page.limit)
    .execute();
  return rows.map((row) => row.person_id as PersonId);
}

/** Another who speaks for the same organisation as an elector, and has. */
function spokenByColleague(
  row: ExpressionBuilder<ProposalTables & SecretTables & ElectorateTables & Aliased, "elector">,
  proposalId: string,
) {
  return row
    .selectFrom("voice_delegates as own")
    .innerJoin("voice_delegates as other", (join) =>
      join
        .onRef("other.proposal_id", "=", "own.proposal_id")
        .onRef("other.organisation_id", "=", "own.organisation_id"),
    )
    .leftJoin("stances as said", (join) =>
      join.onRef("said.proposal_id", "=", "other.proposal_id").onRef("said.person_id", "=", "other.person_id"),
    )
    .leftJoin("ballot_marks as marked", (join) =>
      join.onRef("marked.proposal_id", "=", "other.proposal_id").onRef("marked.person_id", "=", "other.person_id"),
    )
    .select("other.person_id")
    .where("own.proposal_id", "=", proposalId)
    .whereRef("own.person_id", "=", "elector.person_id")
    .where((either) =>
      either.or([either("said.person_id", "is not", null), either("marked.person_id", "is not", null)]),
    );
}

interface Aliased {
  readonly elector: ElectorRow;
}

/** What one person says of a proposal; undefined when nothing yet. */
export async function stanceOf(db: Database, proposalId: string, personId: string): Promise<Stance | undefined> {
  const { rows } = await stanceRow(db, { proposalId, personId });
  return rows[0] === undefined ? undefined : stanceFromRow(rows[0]);
}

const stanceRow = prepared((db, given: { proposalId: string; personId: string }) =>
  proposalTables(db)
    .selectFrom("stances")
    .selectAll()
    .where("proposal_id", "=", given.proposalId)
    .where("person_id", "=", given.personId),
);

/** The newest stances first, at most `limit` given before the one at which the page before ended. */
export async function stancesOf(
  db: Database,
  proposalId: string,
  page: { readonly skip: number; readonly limit: number },
): Promise<readonly Stance[]> {
  const rows = await proposalTables(db)
    .selectFrom("stances")
    .selectAll()
    .where("proposal_id", "=", proposalId)
    .orderBy("given_at", "desc")
    // Downwards too: then the index gives this order, and no answer beyond the page is looked at.
    .orderBy("person_id", "desc")
    .limit(page.limit)
    .offset(page.skip)
    .execute();
  return rows.map(stanceFromRow);
}

/** What somebody said before they changed it, the first first. */
export async function earlierStances(
  db: Database,
  proposalId: string,
  personId: string,
): Promise<readonly Pick<Stance, "ballot" | "reason" | "givenAt">[]> {
  const rows = await proposalTables(db)
    .selectFrom("earlier_stances")
    .selectAll()
    .where("proposal_id", "=", proposalId)
    .where("person_id", "=", personId)
    .orderBy("place")
    .limit(100)
    .execute();
  return rows.map((row: EarlierStanceRow) => ({
    ballot: JSON.parse(row.ballot) as Json,
    reason: row.reason,
    givenAt: instantFromMicroseconds(row.given_at),
  }));
}

/**
 * The ballots of all stances, equal ones once with their number; in no order that tells of anybody. They are counted anew, row by row, for
 * what is published; while people answer, `ballotsSoFar` gives the same without looking at each.
 */
export async function countedBallots(
  db: Database,
  proposalId: string,
): Promise<readonly { readonly ballot: Json; readonly count: number }[]> {
  const rows = await proposalTables(db)
    .selectFrom("stances")
    .select(["ballot", (row) => row.fn.countAll<number>().as("count")])
    .where("proposal_id", "=", proposalId)
    .groupBy("ballot")
    .orderBy("ballot")
    .execute();
  return rows.map((row) => ({ ballot: JSON.parse(row.ballot) as Json, count: row.count }));
}

/** A stance as it stands in its row. */
export function stanceFromRow(row: StanceRow): Stance {
  return {
    personId: row.person_id as PersonId,
    ballot: JSON.parse(row.ballot) as Json,
    reason: row.reason,
    givenAt: instantFromMicroseconds(row.given_at),
    by: row.by as StanceWay,
    changes: row.changes,
    nativeVotes: JSON.parse(row.native_votes) as readonly number[],
  };
}
