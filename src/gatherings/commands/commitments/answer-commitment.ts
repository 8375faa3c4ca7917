import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import {
  applyCommitmentAct,
  commitmentActs,
  type CommitmentAct,
  type CommitmentRefusal,
} from "../../model/commitments/commitment.ts";
import { commitmentById } from "../../store/commitments/commitments.read.ts";
import { updateCommitment } from "../../store/commitments/commitments.write.ts";
import { optionalDayInput } from "../day-input.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { organises, todayAt } from "../known-at.ts";
import { actingPerson, gatheringOf, mayTakePart, type StandingRefusal } from "../standing.ts";
import { scheduleCommitment } from "./commitment-jobs.ts";

/** What each act is called in the log. */
const eventOf: Readonly<Record<CommitmentAct, string>> = {
  accept: "commitment-accepted",
  decline: "commitment-declined",
  finish: "commitment-done",
  drop: "commitment-dropped",
  move: "commitment-moved",
  resume: "commitment-resumed",
  withdraw: "commitment-withdrawn",
};

/**
 * Answers for a commitment: its owner accepts or declines it, says that it is done, asks for more time, drops it or takes it up again; whoever
 * proposed it and whoever organises may take back what nobody took on.
 */
export const answerCommitment = defineCommand({
  name: "gatherings/answer-commitment",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    commitmentId: z.string().min(1).max(64),
    act: z.enum(commitmentActs),
    /** For more time and for taking up again: until when, ISO 8601. */
    until: optionalDayInput,
  }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(
    context,
    input,
  ): Promise<Result<{ readonly state: string; readonly due: string }, StandingRefusal | CommitmentRefusal>> {
    const person = actingPerson(context);
    const gathering = await gatheringOf(context, input);
    const before = await commitmentById(context.db, input.commitmentId);
    if (person === undefined || gathering === undefined || before?.gatheringId !== gathering.id) {
      return refused({ kind: "not-found" });
    }
    const by = {
      isOwner: person === before.ownerId,
      mayWithdraw: person === before.proposerId || (await organises(context.db, gathering, person)),
    };
    const until = input.until === "" ? null : Temporal.PlainDate.from(input.until);
    const today = todayAt(context, gathering);
    const after = applyCommitmentAct(before, input.act, by, { today, until });
    if (!after.ok) return after;
    await updateCommitment(context.db, before.id, after.value, context.now);
    await scheduleCommitment(context, gathering, { ...after.value, id: before.id });
    const payload = {
      gathering: gathering.id,
      commitment: before.id,
      owner: before.ownerId,
      proposer: before.proposerId,
      by: person,
      via: context.origin.from,
    };
    context.emit({ name: eventOf[input.act], version: 1, payload });
    return accepted({ state: after.value.state, due: after.value.due.toString() });
  },
});
