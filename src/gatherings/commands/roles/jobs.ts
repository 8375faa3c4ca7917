import type { JobDefinition } from "../../../kernel/jobs/job.ts";
import { runByClock } from "../jobs.ts";
import { forgetRolePart } from "./forget-role-part.ts";
import { forgetRoleJob } from "./role-parts.ts";

/** What the clock does for roles. */
export const roleJobs: readonly JobDefinition[] = [
  { kind: forgetRoleJob, run: (application, job) => runByClock(application, job, forgetRolePart) },
];
