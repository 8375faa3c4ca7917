import { z } from "zod";
import { isMember } from "../../../communities/index.ts";
import { checkDue, mostCharactersPromised, type DueRefusal } from "../../../gatherings/index.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { mostTasks, type Task } from "../../model/register/task.ts";
import { decisionById } from "../../store/consent/adopted.read.ts";
import { tasksOf } from "../../store/register/tasks.read.ts";
import { insertTask } from "../../store/register/tasks.write.ts";
import { dayOrNothing } from "../consent/consent-inputs.ts";
import { communityInput, idInput } from "../inputs.ts";
import { actingPerson, mustBeMember, type StandingRefusal } from "../standing.ts";
import { scheduleTask } from "./task-jobs.ts";
import { tellOfTask } from "./tell-of-task.ts";

export type ProposeTaskRefusal =
  | StandingRefusal
  | DueRefusal
  | { readonly kind: "until-when" }
  | { readonly kind: "not-a-member"; readonly field: "ownerId" }
  | { readonly kind: "too-many-tasks"; readonly most: number };

/**
 * Says who does what by when to carry a decision out: oneself, which holds at once, or another member, who is asked and may decline. Members
 * may. Refuses `not-a-member` for somebody else, days that cannot be, `too-many-tasks`, and what standing refuses.
 */
export const proposeTask = defineCommand({
  name: "decisions/propose-task",
  input: z.object({
    communityId: communityInput,
    decisionId: idInput,
    what: z.string().trim().min(1).max(mostCharactersPromised),
    /** Empty for oneself. */
    ownerId: z.string().max(64).default(""),
    due: dayOrNothing,
  }),
  chain: (input) => input.communityId,
  authorise: mustBeMember,
  async run(
    context,
    input,
  ): Promise<Result<{ readonly taskId: string; readonly isAsked: boolean }, ProposeTaskRefusal>> {
    const person = actingPerson(context);
    const decision = await decisionById(context.db, input.decisionId);
    if (person === undefined || decision?.communityId !== input.communityId) return refused({ kind: "not-found" });
    const today = context.now.toZonedDateTimeISO(decision.zone).toPlainDate();
    if (input.due === null) return refused({ kind: "until-when" });
    const due = checkDue(input.due, today);
    if (!due.ok) return due;
    const ownerId = input.ownerId === "" ? person : input.ownerId;
    const isAsked = ownerId !== person;
    if (isAsked && !(await isMember(context.db, input.communityId, ownerId))) {
      return refused({ kind: "not-a-member", field: "ownerId" });
    }
    if ((await tasksOf(context.db, decision.id)).length >= mostTasks) {
      return refused({ kind: "too-many-tasks", most: mostTasks });
    }
    const task: Task = {
      id: context.ids.next<"task">(),
      communityId: input.communityId,
      decisionId: decision.id,
      what: input.what,
      ownerId,
      proposerId: person,
      state: isAsked ? "proposed" : "accepted",
      due: due.value,
      moves: 0,
      askedOn: undefined,
      proposedAt: context.now,
      changedAt: context.now,
    };
    await insertTask(context.db, task);
    await scheduleTask(context, task, decision.zone);
    tellOfTask(context, isAsked ? "decision-task-proposed" : "decision-task-made", task, {});
    return accepted({ taskId: task.id, isAsked });
  },
});
