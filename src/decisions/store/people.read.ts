import { instantFromMicroseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import { proposalTables } from "./proposals/proposals.tables.ts";
import { keptInThreads } from "./threads/thread-people.read.ts";
import { secretTables } from "./secret/secret.tables.ts";
import { threadTables } from "./threads/threads.tables.ts";

type KeptRecord = Readonly<Record<string, string | number>>;

/** All that decisions keep of a person, by list, for them to take along. */
export async function keptOfPerson(
  db: Database,
  personId: string,
): Promise<Readonly<Record<string, readonly KeptRecord[]>>> {
  const posts = await threadTables(db)
    .selectFrom("thread_posts")
    .selectAll()
    .where("author_id", "=", personId)
    .execute();
  const proposals = await proposalTables(db)
    .selectFrom("proposals")
    .select(["id", "title", "opened_at"])
    .where("author_id", "=", personId)
    .execute();
  const stances = await proposalTables(db)
    .selectFrom("stances")
    .selectAll()
    // By way of the lists, since the stances of each proposal lie together.
    .where(
      "proposal_id",
      "in",
      proposalTables(db).selectFrom("proposal_electors").select("proposal_id").where("person_id", "=", personId),
    )
    .where("person_id", "=", personId)
    .execute();
  const earlier = await proposalTables(db)
    .selectFrom("earlier_stances")
    .selectAll()
    .where("person_id", "=", personId)
    .execute();
  const marks = await secretTables(db)
    .selectFrom("ballot_marks")
    .select("proposal_id")
    .where("person_id", "=", personId)
    .execute();
  return {
    ...(await keptInThreads(db, personId)),
    "secret-ballots": marks.map((row) => ({ proposal: row.proposal_id })),
    posts: posts.map((row) => ({ thread: row.thread_id, text: row.text, written: instantText(row.written_at) })),
    proposals: proposals.map((row) => ({ title: row.title, opened: instantText(row.opened_at) })),
    stances: [...earlier, ...stances].map((row) => ({
      proposal: row.proposal_id,
      ballot: row.ballot,
      reason: row.reason,
      given: instantText(row.given_at),
    })),
  };
}

function instantText(microseconds: number): string {
  return instantFromMicroseconds(microseconds).toString();
}
