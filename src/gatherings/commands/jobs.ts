import { z } from "zod";
import { jobOrigin, type DueJob, type JobDefinition } from "../../kernel/jobs/job.ts";
import type { Application } from "../../kernel/application.ts";
import type { Command } from "../../kernel/commands/command.ts";
import { closeSchedulingPoll } from "./close-scheduling-poll.ts";
import { endSession } from "./end-session.ts";
import { deleteAnswers } from "./questions/delete-answers.ts";
import { deleteAnswersJob } from "./questions/deletion-job.ts";
import { forgetFeedbackWriters } from "./feedback/forget-feedback-writers.ts";
import { forgetFeedbackWritersJob } from "./feedback/open-feedback.ts";
import { closeCorrections } from "./minutes/close-corrections.ts";
import { closeCorrectionsJob } from "./minutes/minutes-guards.ts";
import { remindOfSession } from "./remind-of-session.ts";
import { announceNext } from "./series/announce-next.ts";
import { announceNextJob } from "./series/next-date.ts";
import { sendTallies, sendTalliesJob } from "./send-tallies.ts";
import { remindToAnswer } from "./remind-to-answer.ts";

const about = z.object({ communityId: z.string() }).loose();

/** What the clock does for gatherings. A refusal means that things have moved on since the job was written down. */
export const gatheringJobs: readonly JobDefinition[] = [
  {
    kind: "gatherings/close-scheduling-poll",
    run: (application, job) => runByClock(application, job, closeSchedulingPoll),
  },
  { kind: "gatherings/remind-to-answer", run: (application, job) => runByClock(application, job, remindToAnswer) },
  { kind: "gatherings/remind-of-session", run: (application, job) => runByClock(application, job, remindOfSession) },
  { kind: sendTalliesJob, run: (application, job) => runByClock(application, job, sendTallies) },
  {
    kind: forgetFeedbackWritersJob,
    run: (application, job) => runByClock(application, job, forgetFeedbackWriters),
  },
  { kind: closeCorrectionsJob, run: (application, job) => runByClock(application, job, closeCorrections) },
  { kind: announceNextJob, run: (application, job) => runByClock(application, job, announceNext) },
  { kind: deleteAnswersJob, run: (application, job) => runByClock(application, job, deleteAnswers) },
  { kind: "gatherings/end-session", run: (application, job) => runByClock(application, job, endSession) },
];

/** Runs a command as the clock, with what its job was written down with. */
export async function runByClock(application: Application, job: DueJob, command: Command): Promise<void> {
  await application.execute(command, about.parse(job.payload), { actor: { kind: "clock" }, origin: jobOrigin(job) });
}
