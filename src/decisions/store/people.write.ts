import { microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import { apartLists } from "./joining/joining.write.ts";
import { proposalTables, type ProposalTables } from "./proposals/proposals.tables.ts";
import { searchTables } from "./search/search.tables.ts";
import type { SecretTables } from "./secret/secret.tables.ts";
import { carryInThreads, forgetInThreads } from "./threads/thread-people.write.ts";
import { threadTables } from "./threads/threads.tables.ts";

/** Empties what a person wrote in threads and as reasons; what they chose stays counted, under nobody's name. */
export async function forgetWritten(db: Database, personId: string, now: Temporal.Instant): Promise<void> {
  const threads = threadTables(db);
  const posts = threads.selectFrom("thread_posts").select("id").where("author_id", "=", personId);
  await threads.deleteFrom("thread_post_versions").where("post_id", "in", posts).execute();
  await searchTables(db).deleteFrom("decision_texts").where("about", "in", posts).execute();
  await threads
    .updateTable("thread_posts")
    .set({ text: "", removed_at: microsecondsFromInstant(now), removal_reason: "" })
    .where("author_id", "=", personId)
    .execute();
  await forgetInThreads(db, personId);
  const proposals = proposalTables(db);
  await proposals.updateTable("stances").set({ reason: "" }).where("person_id", "=", personId).execute();
  await proposals.updateTable("earlier_stances").set({ reason: "" }).where("person_id", "=", personId).execute();
}

/** What stands under `joined` stands under `kept` afterwards, but for what was counted under both: see docs/decisions/0109. */
export async function carryPerson(db: Database, kept: string, joined: string): Promise<void> {
  const threads = threadTables(db);
  await threads.updateTable("threads").set({ author_id: kept }).where("author_id", "=", joined).execute();
  await threads.updateTable("thread_posts").set({ author_id: kept }).where("author_id", "=", joined).execute();
  await carryInThreads(db, kept, joined);
  const proposals = proposalTables(db);
  await proposals.updateTable("proposals").set({ author_id: kept }).where("author_id", "=", joined).execute();
  await proposals.updateTable("outcomes").set({ stated_by: kept }).where("stated_by", "=", joined).execute();
  const answers = db.withTables<ProposalTables & SecretTables>();
  for (const table of ["stances", "proposal_electors", "ballot_marks", "earlier_stances"] as const) {
    await answers
      .updateTable(table)
      .set({ person_id: kept })
      .where("person_id", "=", joined)
      .where("proposal_id", "not in", apartLists(db, joined))
      .execute();
  }
}
