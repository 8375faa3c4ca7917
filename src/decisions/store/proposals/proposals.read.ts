import type { Json } from "../../../kernel/base/canonical-json.ts";
import { instantFromMicroseconds, instantOrNone } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { prepared } from "../../../kernel/database/prepared.ts";
import type {
  ProposalId,
  ProposalRules,
  ProposalState,
  ReasonRule,
  Secrecy,
  ShowsCount,
} from "../../model/proposal.ts";
import type { PersonId, ThreadAudience, ThreadId } from "../../model/thread.ts";
import type { ThreadTables } from "../threads/threads.tables.ts";
import { proposalTables, type ProposalRow, type ProposalTables } from "./proposals.tables.ts";

/** A proposal as pages, commands and federation see it. */
export interface Proposal extends ProposalRules {
  readonly id: ProposalId;
  readonly communityId: string;
  readonly threadId: ThreadId;
  readonly authorId: PersonId;
  readonly title: string;
  readonly text: string;
  readonly zone: string;
  /** How many people may answer. */
  readonly eligible: number;
  readonly state: ProposalState;
  readonly openedAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
  /** Undefined while it is open. */
  readonly closedAt: Temporal.Instant | undefined;
}

export async function proposalById(db: Database, id: string): Promise<Proposal | undefined> {
  const { rows } = await rowById(db, { id });
  return rows[0] === undefined ? undefined : proposalFromRow(rows[0]);
}

const rowById = prepared((db, given: { id: string }) =>
  proposalTables(db).selectFrom("proposals").selectAll().where("id", "=", given.id),
);

/** The proposals of a thread, the newest first; at most 20. */
export async function proposalsOfThread(db: Database, threadId: string): Promise<readonly Proposal[]> {
  const rows = await proposalTables(db)
    .selectFrom("proposals")
    .selectAll()
    .where("thread_id", "=", threadId)
    .orderBy("opened_at", "desc")
    .limit(20)
    .execute();
  return rows.map(proposalFromRow);
}

/** The open proposals of a community in threads for these readers, the first to close first. */
export async function openProposals(
  db: Database,
  communityId: string,
  page: { readonly audiences: readonly ThreadAudience[]; readonly limit: number },
): Promise<readonly Proposal[]> {
  const rows = await db
    .withTables<ProposalTables & ThreadTables>()
    .selectFrom("proposals as proposal")
    .innerJoin("threads as thread", "thread.id", "proposal.thread_id")
    .selectAll("proposal")
    .where("proposal.community_id", "=", communityId)
    .where("proposal.state", "=", "open")
    .where("thread.audience", "in", page.audiences)
    .orderBy("proposal.closes_at")
    .limit(page.limit)
    .execute();
  return rows.map(proposalFromRow);
}

/** A proposal as it stands in its row. */
export function proposalFromRow(row: ProposalRow): Proposal {
  return {
    id: row.id as ProposalId,
    communityId: row.community_id,
    threadId: row.thread_id as ThreadId,
    authorId: row.author_id as PersonId,
    title: row.title,
    text: row.text,
    method: row.method,
    methodVersion: row.method_version,
    options: JSON.parse(row.options) as readonly string[],
    settings: JSON.parse(row.settings) as Json,
    secrecy: row.secrecy as Secrecy,
    showsCount: row.shows_count as ShowsCount,
    reasons: row.reasons as ReasonRule,
    quorumPercent: row.quorum_percent,
    zone: row.zone,
    eligible: row.eligible,
    state: row.state as ProposalState,
    openedAt: instantFromMicroseconds(row.opened_at),
    closesAt: instantFromMicroseconds(row.closes_at),
    closedAt: instantOrNone(row.closed_at),
  };
}
