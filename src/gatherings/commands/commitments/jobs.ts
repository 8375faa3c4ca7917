import type { JobDefinition } from "../../../kernel/jobs/job.ts";
import { runByClock } from "../jobs.ts";
import { askAfterCommitment, followUpCommitments, forgetUnmadeCommitment } from "./ask-after-commitments.ts";
import { askAfterJob, followUpJob, forgetUnmadeJob } from "./commitment-jobs.ts";

/** What the clock does for commitments. */
export const commitmentJobs: readonly JobDefinition[] = [
  { kind: askAfterJob, run: (application, job) => runByClock(application, job, askAfterCommitment) },
  { kind: followUpJob, run: (application, job) => runByClock(application, job, followUpCommitments) },
  { kind: forgetUnmadeJob, run: (application, job) => runByClock(application, job, forgetUnmadeCommitment) },
];
