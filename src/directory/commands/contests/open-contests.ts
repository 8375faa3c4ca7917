import { threadById, type Thread } from "../../../decisions/index.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Contest } from "../../model/contests/contest.ts";
import { contestsAmong, contestsOf } from "../../store/contests/contests.read.ts";

/** A contest that is still talked over, and where. */
export interface OpenContest extends Contest {
  readonly thread: Thread;
}

/** What is contested of an entry at present: its thread is there and has not been closed. */
export async function openContests(db: Database, entryId: string): Promise<readonly OpenContest[]> {
  return stillOpen(db, await contestsOf(db, entryId));
}

/** What is contested at present of each of these entries, by their ids. */
export async function openContestsAmong(
  db: Database,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, readonly OpenContest[]>> {
  const open = new Map<string, readonly OpenContest[]>();
  for (const [id, contests] of await contestsAmong(db, entryIds)) open.set(id, await stillOpen(db, contests));
  return open;
}

async function stillOpen(db: Database, contests: readonly Contest[]): Promise<readonly OpenContest[]> {
  const open: OpenContest[] = [];
  for (const contest of contests) {
    const thread = await threadById(db, contest.threadId);
    if (thread !== undefined && thread.closedAt === undefined) open.push({ ...contest, thread });
  }
  return open;
}
