import type { Database } from "../../../kernel/database/database.ts";
import type { ThreadAudience } from "../../model/thread.ts";
import { consentFromRow, type Consent } from "../consent/consents.read.ts";
import { consentTables } from "../consent/consent.tables.ts";
import { requestFromRow, type CommentRequest } from "../requests/requests.read.ts";
import { requestTables } from "../requests/requests.tables.ts";
import { proposalFromRow, type Proposal } from "../proposals/proposals.read.ts";
import { proposalTables } from "../proposals/proposals.tables.ts";
import type { Stance } from "../proposals/stances.read.ts";
import { stanceFromRow } from "../proposals/stances.read.ts";
import { threadFromRow, type Thread } from "../threads/threads.read.ts";
import { threadTables } from "../threads/threads.tables.ts";

interface PageAfter {
  /** The id after which the page begins; empty for the first. */
  readonly after: string;
  readonly limit: number;
}

/** All threads of a community that these readers may read, the oldest first, page by page. */
export async function threadsInOrder(
  db: Database,
  communityId: string,
  page: PageAfter & { readonly audiences: readonly ThreadAudience[] },
): Promise<readonly Thread[]> {
  const rows = await threadTables(db)
    .selectFrom("threads")
    .selectAll()
    .where("community_id", "=", communityId)
    .where("id", ">", page.after)
    .where("audience", "in", page.audiences)
    .orderBy("id")
    .limit(page.limit)
    .execute();
  return rows.map(threadFromRow);
}

/** All proposals of a thread, the oldest first, page by page. */
export async function proposalsInOrder(db: Database, threadId: string, page: PageAfter): Promise<readonly Proposal[]> {
  const rows = await proposalTables(db)
    .selectFrom("proposals")
    .selectAll()
    .where("thread_id", "=", threadId)
    .where("id", ">", page.after)
    .orderBy("id")
    .limit(page.limit)
    .execute();
  return rows.map(proposalFromRow);
}

/** All consent processes of a thread, the oldest first, page by page; not those that only keep and review what a proposal decided. */
export async function consentsInOrder(db: Database, threadId: string, page: PageAfter): Promise<readonly Consent[]> {
  const rows = await consentTables(db)
    .selectFrom("consents")
    .selectAll()
    .where("thread_id", "=", threadId)
    .where("proposal_id", "is", null)
    .where("id", ">", page.after)
    .orderBy("id")
    .limit(page.limit)
    .execute();
  return rows.map(consentFromRow);
}

/** All requests for comments of a thread, the oldest first, page by page. */
export async function requestsInOrder(
  db: Database,
  threadId: string,
  page: PageAfter,
): Promise<readonly CommentRequest[]> {
  const rows = await requestTables(db)
    .selectFrom("comment_requests")
    .selectAll()
    .where("thread_id", "=", threadId)
    .where("id", ">", page.after)
    .orderBy("id")
    .limit(page.limit)
    .execute();
  return rows.map(requestFromRow);
}

/** All stances on a proposal in the order of who gave them, page by page. */
export async function stancesInOrder(db: Database, proposalId: string, page: PageAfter): Promise<readonly Stance[]> {
  const rows = await proposalTables(db)
    .selectFrom("stances")
    .selectAll()
    .where("proposal_id", "=", proposalId)
    .where("person_id", ">", page.after)
    .orderBy("person_id")
    .limit(page.limit)
    .execute();
  return rows.map(stanceFromRow);
}
