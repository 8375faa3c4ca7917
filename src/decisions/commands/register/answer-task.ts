import { z } from "zod";
import { isSteward } from "../../../communities/index.ts";
import {
  applyCommitmentAct,
  commitmentActs,
  type CommitmentAct,
  type CommitmentRefusal,
} from "../../../gatherings/index.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { decisionById } from "../../store/consent/adopted.read.ts";
import { taskById } from "../../store/register/tasks.read.ts";
import { moveTask } from "../../store/register/tasks.write.ts";
import { dayOrNothing } from "../consent/consent-inputs.ts";
import { communityInput, idInput } from "../inputs.ts";
import { actingPerson, keptOut, type StandingRefusal } from "../standing.ts";
import { scheduleTask } from "./task-jobs.ts";
import { tellOfTask } from "./tell-of-task.ts";

/** What each act is called in the log. */
const eventOf: Readonly<Record<CommitmentAct, string>> = {
  accept: "decision-task-accepted",
  decline: "decision-task-declined",
  finish: "decision-task-done",
  drop: "decision-task-dropped",
  move: "decision-task-moved",
  resume: "decision-task-resumed",
  withdraw: "decision-task-withdrawn",
};

/**
 * Answers for a task: its owner accepts or declines it, says that it is done, asks for more time, drops it or takes it up again; whoever
 * proposed it and stewards may take back what nobody took on. It lives as the commitments of gatherings do.
 */
export const answerTask = defineCommand({
  name: "decisions/answer-task",
  input: z.object({
    communityId: communityInput,
    taskId: idInput,
    act: z.enum(commitmentActs),
    /** For more time and for taking up again: until when, ISO 8601. */
    until: dayOrNothing,
  }),
  chain: (input) => input.communityId,
  authorise: mayAnswerTask,
  async run(
    context,
    input,
  ): Promise<Result<{ readonly state: string; readonly due: string }, StandingRefusal | CommitmentRefusal>> {
    const person = actingPerson(context);
    const before = await taskById(context.db, input.taskId);
    const decision = before === undefined ? undefined : await decisionById(context.db, before.decisionId);
    if (person === undefined || before === undefined || decision?.communityId !== input.communityId) {
      return refused({ kind: "not-found" });
    }
    const by = {
      isOwner: person === before.ownerId,
      mayWithdraw: person === before.proposerId || (await isSteward(context.db, input.communityId, person)),
    };
    const { until } = input;
    const today = context.now.toZonedDateTimeISO(decision.zone).toPlainDate();
    const after = applyCommitmentAct(before, input.act, by, { today, until });
    if (!after.ok) return after;
    await moveTask(context.db, before.id, after.value, context.now);
    await scheduleTask(context, { ...before, ...after.value }, decision.zone);
    tellOfTask(context, eventOf[input.act], before, { by: person });
    return accepted({ state: after.value.state, due: after.value.due.toString() });
  },
});

/** Taking part is for people who are not kept out; whose task it is, its life asks. */
async function mayAnswerTask(
  context: CommandContext,
  input: { readonly communityId: string },
): Promise<StandingRefusal | undefined> {
  const person = actingPerson(context);
  if (person === undefined) return { kind: "sign-in-needed" };
  return keptOut(context, input.communityId, person);
}
