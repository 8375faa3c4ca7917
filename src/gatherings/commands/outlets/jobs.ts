import type { JobDefinition } from "../../../kernel/jobs/job.ts";
import { runByClock } from "../jobs.ts";
import { forgetOutlets } from "./forget-outlets.ts";
import { forgetOutletsJob } from "./keep-outlets.ts";

/** What the clock does for outlets; telling them something needs the network and is the federation's. */
export const outletJobs: readonly JobDefinition[] = [
  { kind: forgetOutletsJob, run: (application, job) => runByClock(application, job, forgetOutlets) },
];
