import { askingInstant } from "../../../gatherings/index.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { Task } from "../../model/register/task.ts";

/** The job that asks the owner of a task how it went; its key is the task's id. */
export const askAfterTaskJob = "decisions/ask-after-task";

/** The job that forgets a task nobody took on; its key is the task's id. */
export const forgetTaskJob = "decisions/forget-task";

/** What nobody took on is kept for so long, so that whoever proposed it can see that it was declined. */
const unmadeIsKeptFor = Temporal.Duration.from({ hours: 24 * 90 });

/** Writes down, or takes back, what is due for a task in its state: the question on its day, or forgetting what nobody took on. */
export async function scheduleTask(
  context: CommandContext,
  task: Pick<Task, "id" | "communityId" | "state" | "due">,
  zone: string,
): Promise<void> {
  const job = { key: task.id, payload: { communityId: task.communityId, taskId: task.id } };
  await unscheduleTask(context, task.id);
  switch (task.state) {
    case "accepted":
      return context.schedule({ ...job, kind: askAfterTaskJob, due: askingInstant(task.due, zone) });
    case "proposed":
    case "declined":
      return context.schedule({ ...job, kind: forgetTaskJob, due: context.now.add(unmadeIsKeptFor) });
    case "done":
    case "dropped":
  }
}

/** Nothing is due for a task any more. */
export async function unscheduleTask(context: CommandContext, taskId: string): Promise<void> {
  await context.unschedule(askAfterTaskJob, taskId);
  await context.unschedule(forgetTaskJob, taskId);
}
