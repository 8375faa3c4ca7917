import { threadById, type Thread } from "../../../decisions/index.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Contest } from "../../model/contests/contest.ts";
import { contestsOf } from "../../store/contests/contests.read.ts";

/** A contest that is still talked over, and where. */
export interface OpenContest extends Contest {
  readonly thread: Thread;
}

/** What is contested of an entry at present: its thread is there and has not been closed. */
export async function openContests(db: Database, entryId: string): Promise<readonly OpenContest[]> {
  const open: OpenContest[] = [];
  for (const contest of await contestsOf(db, entryId)) {
    const thread = await threadById(db, contest.threadId);
    if (thread !== undefined && thread.closedAt === undefined) open.push({ ...contest, thread });
  }
  return open;
}
