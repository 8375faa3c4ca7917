import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { ScheduledJob } from "../../../kernel/jobs/schedule.ts";

/** The kind of the jobs that look at places, each under the id of its entry. */
export const lookJob = "directory/look-at-place";

/** Has an entry looked at then; one look of an entry is due at a time. */
export function scheduleLook(context: CommandContext, entryId: string, due: Temporal.Instant): Promise<void> {
  return context.schedule(lookOf(entryId, due));
}

/** The job of looking at an entry then. */
export function lookOf(entryId: string, due: Temporal.Instant): ScheduledJob {
  return { kind: lookJob, key: entryId, due, payload: { entryId } };
}
