import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { mostTasks, type Task, type TaskState } from "../../model/register/task.ts";
import { registerTables, type DecisionTaskRow } from "./register.tables.ts";

export async function taskById(db: Database, id: string): Promise<Task | undefined> {
  const row = await registerTables(db).selectFrom("decision_tasks").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : taskFromRow(row);
}

/** What people do to carry a decision out, the soonest due first. */
export async function tasksOf(db: Database, decisionId: string): Promise<readonly Task[]> {
  const rows = await registerTables(db)
    .selectFrom("decision_tasks")
    .selectAll()
    .where("decision_id", "=", decisionId)
    .orderBy("due")
    .orderBy("id")
    .limit(mostTasks)
    .execute();
  return rows.map(taskFromRow);
}

/** All tasks in which a person is named, as owner or as whoever proposed it. */
export async function tasksNaming(db: Database, personId: string): Promise<readonly Task[]> {
  const rows = await registerTables(db)
    .selectFrom("decision_tasks")
    .selectAll()
    .where((is) => is.or([is("owner_id", "=", personId), is("proposer_id", "=", personId)]))
    .orderBy("id")
    .execute();
  return rows.map(taskFromRow);
}

function taskFromRow(row: DecisionTaskRow): Task {
  return {
    id: row.id,
    communityId: row.community_id,
    decisionId: row.decision_id,
    what: row.what,
    ownerId: row.owner_id,
    proposerId: row.proposer_id,
    state: row.state as TaskState,
    due: Temporal.PlainDate.from(row.due),
    moves: row.moves,
    askedOn: row.asked_on === null ? undefined : Temporal.PlainDate.from(row.asked_on),
    proposedAt: instantFromMicroseconds(row.proposed_at),
    changedAt: instantFromMicroseconds(row.changed_at),
  };
}
