import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { tasksNaming } from "../../store/register/tasks.read.ts";
import { carryTasks, deleteTask, eraseTaskWords, moveTask } from "../../store/register/tasks.write.ts";
import { unscheduleTask } from "./task-jobs.ts";

type KeptRecord = Readonly<Record<string, string | boolean>>;

/** The tasks in which a person is named; the words of others they did not write are theirs where they are to do it. */
export async function tasksOfPerson(
  read: Database,
  personId: string,
): Promise<{ readonly decisionTasks: readonly KeptRecord[] }> {
  const tasks = await tasksNaming(read, personId);
  return {
    decisionTasks: tasks.map(({ decisionId, what, state, due, ownerId, proposerId, proposedAt }) => ({
      decision: decisionId,
      what,
      state,
      due: due.toString(),
      isOwn: ownerId === personId,
      isProposedByOneself: proposerId === personId,
      proposed: proposedAt.toString(),
    })),
  };
}

/**
 * What was never taken on goes, and what they had promised is dropped, since nobody is there to do it, without their own words for it. What
 * they asked others for is the others' by now, with its words.
 */
export async function forgetTasksOf(context: CommandContext, personId: string): Promise<void> {
  for (const task of await tasksNaming(context.db, personId)) {
    const isUnmade = task.state === "proposed" || task.state === "declined";
    if (!isUnmade && task.ownerId !== personId) continue;
    await unscheduleTask(context, task.id);
    if (isUnmade) await deleteTask(context.db, task.id);
    else if (task.state === "accepted") await moveTask(context.db, task.id, { ...task, state: "dropped" }, context.now);
    if (task.proposerId === personId) await eraseTaskWords(context.db, task.id);
  }
}

/** What stands under one person stands under another. */
export async function joinTasksOf(context: CommandContext, kept: string, joined: string): Promise<void> {
  await carryTasks(context.db, kept, joined);
}
