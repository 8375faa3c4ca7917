import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Task } from "../../model/register/task.ts";
import { registerTables } from "./register.tables.ts";

export async function insertTask(db: Database, task: Task): Promise<void> {
  await registerTables(db)
    .insertInto("decision_tasks")
    .values({
      id: task.id,
      community_id: task.communityId,
      decision_id: task.decisionId,
      what: task.what,
      owner_id: task.ownerId,
      proposer_id: task.proposerId,
      state: task.state,
      due: task.due.toString(),
      moves: task.moves,
      asked_on: task.askedOn?.toString() ?? null,
      proposed_at: microsecondsFromInstant(task.proposedAt),
      changed_at: microsecondsFromInstant(task.changedAt),
    })
    .execute();
}

/** Writes what was decided about a task. */
export async function moveTask(
  db: Database,
  id: string,
  { state, due, moves }: Pick<Task, "state" | "due" | "moves">,
  now: Temporal.Instant,
): Promise<void> {
  await registerTables(db)
    .updateTable("decision_tasks")
    .set({ state, due: due.toString(), moves, changed_at: microsecondsFromInstant(now) })
    .where("id", "=", id)
    .execute();
}

/** Notes that its owner was asked how it went. */
export async function noteTaskAsked(db: Database, id: string, day: Temporal.PlainDate): Promise<void> {
  await registerTables(db)
    .updateTable("decision_tasks")
    .set({ asked_on: day.toString() })
    .where("id", "=", id)
    .execute();
}

export async function deleteTask(db: Database, id: string): Promise<void> {
  await registerTables(db).deleteFrom("decision_tasks").where("id", "=", id).execute();
}

/** Takes away what somebody wrote, and leaves that something was to be done. */
export async function eraseTaskWords(db: Database, id: string): Promise<void> {
  await registerTables(db).updateTable("decision_tasks").set({ what: "" }).where("id", "=", id).execute();
}

/** Puts the tasks of one person under another. */
export async function carryTasks(db: Database, kept: string, joined: string): Promise<void> {
  const tables = registerTables(db);
  await tables.updateTable("decision_tasks").set({ owner_id: kept }).where("owner_id", "=", joined).execute();
  await tables.updateTable("decision_tasks").set({ proposer_id: kept }).where("proposer_id", "=", joined).execute();
}
