import { z } from "zod";
import { isToBeAsked } from "../../../gatherings/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type Command, type CommandContext } from "../../../kernel/commands/command.ts";
import { jobOrigin, type DueJob, type JobDefinition } from "../../../kernel/jobs/job.ts";
import { decisionById } from "../../store/consent/adopted.read.ts";
import { taskById } from "../../store/register/tasks.read.ts";
import { deleteTask, noteTaskAsked } from "../../store/register/tasks.write.ts";
import { communityInput, idInput } from "../inputs.ts";
import { askAfterTaskJob, forgetTaskJob } from "./task-jobs.ts";
import { tellOfTask } from "./tell-of-task.ts";

type ClockRefusal = { readonly kind: "not-found" } | { readonly kind: "only-the-clock" };

const aboutTask = { communityId: communityInput, taskId: idInput };
const byClock = async ({ actor }: CommandContext): Promise<ClockRefusal | undefined> =>
  actor.kind === "clock" ? undefined : { kind: "only-the-clock" };

/** On its day, the owner of an open task is asked how it went. */
const askAfterTask = defineCommand({
  name: "decisions/ask-after-task",
  input: z.object(aboutTask),
  chain: (input) => input.communityId,
  authorise: byClock,
  async run(context, input): Promise<Result<{ readonly asked: boolean }, ClockRefusal>> {
    const task = await taskById(context.db, input.taskId);
    const decision = task === undefined ? undefined : await decisionById(context.db, task.decisionId);
    if (task === undefined || decision?.communityId !== input.communityId) return refused({ kind: "not-found" });
    const today = context.now.toZonedDateTimeISO(decision.zone).toPlainDate();
    if (!isToBeAsked(task, today)) return accepted({ asked: false });
    await noteTaskAsked(context.db, task.id, today);
    tellOfTask(context, "decision-task-asked-after", task, { day: today.toString() });
    return accepted({ asked: true });
  },
});

/** What nobody took on is forgotten after a while. */
const forgetTask = defineCommand({
  name: "decisions/forget-task",
  input: z.object(aboutTask),
  chain: (input) => input.communityId,
  authorise: byClock,
  async run(context, input): Promise<Result<{ readonly forgotten: boolean }, ClockRefusal>> {
    const task = await taskById(context.db, input.taskId);
    const isUnmade = task?.state === "proposed" || task?.state === "declined";
    if (task === undefined || !isUnmade) return accepted({ forgotten: false });
    await deleteTask(context.db, task.id);
    return accepted({ forgotten: true });
  },
});

const payload = z.object({ communityId: z.string(), taskId: z.string() });

/** What the clock does for tasks. */
export const taskJobs: readonly JobDefinition[] = [
  { kind: askAfterTaskJob, run: (application, job) => run(application, job, askAfterTask) },
  { kind: forgetTaskJob, run: (application, job) => run(application, job, forgetTask) },
];

async function run(application: Application, job: DueJob, command: Command): Promise<void> {
  await application.execute(command, payload.parse(job.payload), { actor: { kind: "clock" }, origin: jobOrigin(job) });
}
