import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { jobOrigin, type JobDefinition } from "../../../kernel/jobs/job.ts";
import { entryById } from "../../store/entries.read.ts";
import { mustBeTheProgram, type DirectoryRefusal } from "../directory-guards.ts";
import { settlingJob } from "./schedule-settling.ts";
import { settleSteps } from "./settle-steps.ts";

/**
 * The program's: a term or a vouch ends, and the steps of its place stand anew.
 *
 * Refuses `only-operators`.
 */
const settleWhenDue = defineCommand({
  name: "directory/settle-when-due",
  input: z.object({ entryId: z.string().min(1).max(64) }),
  chain: () => serverChain,
  authorise: mustBeTheProgram,
  async run(context, { entryId }): Promise<Result<null, DirectoryRefusal>> {
    if ((await entryById(context.db, entryId)) !== undefined) await settleSteps(context, entryId);
    return accepted(null);
  },
});

/** Lets the steps of places stand anew when something they rest on ends. It asks no other server anything. */
export const settling: JobDefinition = {
  kind: settlingJob,
  async run(application, job) {
    const by = { actor: { kind: "clock" }, origin: jobOrigin(job) } as const;
    await application.execute(settleWhenDue, { entryId: job.key }, by);
  },
};
