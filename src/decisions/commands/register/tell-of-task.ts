import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { Task } from "../../model/register/task.ts";

/** Writes down what happened to a task, for the log and for those whom it concerns. */
export function tellOfTask(
  context: CommandContext,
  name: string,
  task: Task,
  more: Readonly<Record<string, string>>,
): void {
  context.emit({
    name,
    version: 1,
    payload: {
      decision: task.decisionId,
      task: task.id,
      owner: task.ownerId,
      proposer: task.proposerId,
      via: context.origin.from,
      ...more,
    },
  });
}
