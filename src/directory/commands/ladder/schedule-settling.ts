import type { CommandContext } from "../../../kernel/commands/command.ts";

/** The kind of the jobs that let the steps of a place stand anew when a term or a vouch ends, each under the id of its entry. */
export const settlingJob = "directory/settle-steps";

/** Has the steps of an entry settled then; one such job of an entry is due at a time. */
export function scheduleSettling(context: CommandContext, entryId: string, due: Temporal.Instant): Promise<void> {
  return context.schedule({ kind: settlingJob, key: entryId, due, payload: { entryId } });
}
