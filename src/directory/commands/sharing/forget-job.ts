import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { JobDefinition } from "../../../kernel/jobs/job.ts";
import { forgetJob, forgetSome } from "./leave-origin.ts";
import { mustNotBeAForm, type SharingRefusal } from "./sharing-guards.ts";

const forgetOrigin = defineCommand({
  name: "directory/forget-origin",
  input: z.object({ originId: z.string().min(1).max(64) }),
  chain: () => serverChain,
  authorise: mustNotBeAForm,
  async run(context, { originId }): Promise<Result<null, SharingRefusal>> {
    await forgetSome(context, originId);
    return accepted(null);
  },
});

/** Lets go, part by part, what was heard from a directory that is followed no more. */
export const forgettingOrigins: JobDefinition = {
  kind: forgetJob,
  async run(application, job) {
    // The next part may be due at the same instant, and is another act.
    const key = `${forgetJob}:${application.ids.unordered()}`;
    const by = { actor: { kind: "clock" }, origin: { from: "clock", key } } as const;
    await application.execute(forgetOrigin, { originId: job.key }, by);
  },
};
