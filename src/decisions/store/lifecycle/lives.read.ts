import { instantFromMicroseconds, instantOrNone } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { prepared } from "../../../kernel/database/prepared.ts";
import type { Conclusion, Tally } from "../../model/counting/tally.ts";
import {
  plainLife,
  type Adding,
  type ChangeKind,
  type ProposalLife,
  type Reminds,
} from "../../model/lifecycle/life.ts";
import type { PersonId } from "../../model/thread.ts";
import type { Proposal } from "../proposals/proposals.read.ts";
import { lifecycleTables, type ChangeRow } from "./lifecycle.tables.ts";

/** A count that stood until the proposal was opened again. */
export interface FormerCount {
  readonly tally: Tally;
  readonly conclusion: Conclusion;
  readonly eligible: number;
  readonly answered: number;
  readonly seed: string;
  /** ISO 8601. */
  readonly countedAt: string;
}

/** One change of a closing time, as pages show it. */
export interface ProposalChange {
  /** From 0 in order. */
  readonly place: number;
  readonly kind: ChangeKind;
  readonly personId: PersonId;
  readonly reason: string;
  readonly at: Temporal.Instant;
  /** The closing time from then on; for what was closed early, when that was. */
  readonly until: Temporal.Instant;
  readonly former: FormerCount | undefined;
}

/** An option that was added after its proposal opened. */
export interface AddedOption {
  readonly place: number;
  readonly personId: PersonId;
  readonly at: Temporal.Instant;
}

/** What goes on around a proposal while it is open. */
export async function lifeOf(db: Database, proposalId: string): Promise<ProposalLife> {
  const { rows } = await lifeRow(db, { proposalId });
  const [row] = rows;
  if (row === undefined) return plainLife;
  return {
    adding: row.adding as Adding,
    ownOptions: row.own_options,
    allOptions: row.all_options,
    shuffles: row.shuffles === 1,
    reminds: row.reminds as Reminds,
    remindHours: row.remind_hours,
    reminded: row.reminded,
    added: row.added,
    digestAt: instantOrNone(row.digest_at),
  };
}

const lifeRow = prepared((db, given: { proposalId: string }) =>
  lifecycleTables(db).selectFrom("proposal_lives").selectAll().where("proposal_id", "=", given.proposalId),
);

/**
 * The proposal as its native poll lists it: with the options it had when it was sent. Servers throw all votes away when the options of a
 * poll change, so what is added later can be answered by a reply or on the page.
 */
export async function asListedInPoll(db: Database, proposal: Proposal): Promise<Proposal> {
  if (proposal.options.length === 0) return proposal;
  const { added } = await lifeOf(db, proposal.id);
  return added === 0 ? proposal : { ...proposal, options: proposal.options.slice(0, -added) };
}

/** What changed the closing time of a proposal, in order; more than a hundred nobody makes. */
export async function changesOf(db: Database, proposalId: string): Promise<readonly ProposalChange[]> {
  const rows = await lifecycleTables(db)
    .selectFrom("proposal_changes")
    .selectAll()
    .where("proposal_id", "=", proposalId)
    .orderBy("place")
    .limit(100)
    .execute();
  return rows.map(changeFromRow);
}

/** The change at this place. */
export async function changeAt(db: Database, proposalId: string, place: number): Promise<ProposalChange | undefined> {
  const row = await lifecycleTables(db)
    .selectFrom("proposal_changes")
    .selectAll()
    .where("proposal_id", "=", proposalId)
    .where("place", "=", place)
    .executeTakeFirst();
  return row === undefined ? undefined : changeFromRow(row);
}

/** The options that were added to a proposal, in order: never more than its method takes. */
export async function addedOptionsOf(db: Database, proposalId: string): Promise<readonly AddedOption[]> {
  const rows = await lifecycleTables(db)
    .selectFrom("added_options")
    .selectAll()
    .where("proposal_id", "=", proposalId)
    .orderBy("place")
    .limit(200)
    .execute();
  return rows.map((row) => ({
    place: row.place,
    personId: row.person_id as PersonId,
    at: instantFromMicroseconds(row.at),
  }));
}

function changeFromRow(row: ChangeRow): ProposalChange {
  return {
    place: row.place,
    kind: row.kind as ChangeKind,
    personId: row.person_id as PersonId,
    reason: row.reason,
    at: instantFromMicroseconds(row.at),
    until: instantFromMicroseconds(row.until),
    former: row.former === null ? undefined : (JSON.parse(row.former) as FormerCount),
  };
}
