import { z } from "zod";
import type { Application } from "../../kernel/application.ts";
import type { Command } from "../../kernel/commands/command.ts";
import { jobOrigin, type DueJob, type JobDefinition } from "../../kernel/jobs/job.ts";
import { opinionJob } from "./opinions/keep-drawing.ts";
import { consentJobs } from "./consent/by-the-clock.ts";
import { lifecycleJobs } from "./lifecycle/lifecycle-jobs.ts";
import { unsentFileJob } from "./attachments/forget-unsent-file.ts";
import { closeProposal } from "./proposals/close-proposal.ts";
import { closeProposalJob, remindToAnswerJob } from "./proposals/closing-job.ts";
import { remindToAnswer } from "./proposals/remind-to-answer.ts";
import { taskJobs } from "./register/tend-tasks.ts";
import { requestJobs } from "./requests/last-call-over.ts";
import { sweepBoxes, sweepBoxesJob } from "./secret/sweep-boxes.ts";

const about = z.object({ communityId: z.string(), proposalId: z.string() });

/** What the clock does for decisions. A refusal means that things have moved on since the job was written down. */
export const decisionJobs: readonly JobDefinition[] = [
  {
    kind: closeProposalJob,
    run: (application, job) => runByClock(application, job, closeProposal),
    afterArrivals: true,
    lane: ({ kind, key }) => `${kind}:${key}`,
  },
  { kind: remindToAnswerJob, run: (application, job) => runByClock(application, job, remindToAnswer) },
  opinionJob,
  unsentFileJob,
  { kind: sweepBoxesJob, run: sweepBoxes },
  ...consentJobs,
  ...lifecycleJobs.map(({ kind, command }): JobDefinition => ({
    kind,
    run: (application, job) => runByClock(application, job, command),
  })),
  ...taskJobs,
  ...requestJobs,
];

async function runByClock(application: Application, job: DueJob, command: Command): Promise<void> {
  await application.execute(command, about.parse(job.payload), { actor: { kind: "clock" }, origin: jobOrigin(job) });
}
