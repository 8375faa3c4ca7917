import { z } from "zod";
import { personByActor } from "../../../accounts/index.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import type { OutreachAnswer } from "../../model/outreach/target.ts";
import { largestParty } from "../../model/rsvp.ts";
import { targetById } from "../../store/outreach/targets.read.ts";
import { writeAnswerOfTarget, writeSeen } from "../../store/outreach/targets.write.ts";
import { openTeam } from "../../store/outreach/teams.write.ts";
import { answerRsvp } from "../answer-rsvp.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { joinInterestList } from "../join-interest-list.ts";
import { leaveInterestList } from "../leave-interest-list.ts";
import { scheduleDeletion } from "../questions/deletion-job.ts";
import { actingPerson, gatheringOf, mayTakePart, type AboutGathering, type StandingRefusal } from "../standing.ts";

/**
 * A target answers its invitation; the later word holds. A yes or maybe puts whoever answers on the list, or takes places once there is a
 * date; an instance that says yes gets the link for its team.
 */
export const answerInvitation = defineCommand({
  name: "gatherings/answer-invitation",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    targetId: z.string().max(64),
    /** The actor that answers: it must be the one that was asked. */
    uri: z.string().max(2000),
    answer: z.enum(["yes", "maybe", "no"]),
    people: z.number().int().min(1).max(largestParty),
  }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(context, input): Promise<Result<{ readonly answer: string }, StandingRefusal>> {
    const { targetId, uri, answer, people } = input;
    const gathering = await gatheringOf(context, input);
    const target = await targetById(context.db, targetId);
    const person = actingPerson(context);
    const isTheirs = target?.contact?.uri === uri && (await personByActor(context.db, uri)) === person;
    if (gathering === undefined || target?.gatheringId !== gathering.id || person === undefined || !isTheirs)
      return refused({ kind: "not-found" });
    await writeSeen(context.db, targetId, context.now);
    await writeAnswerOfTarget(context.db, targetId, { answer, people: answer === "no" ? 0 : people, at: context.now });
    if (answer === "yes" && target.kind === "instance") {
      await openTeam(context.db, { targetId, gatheringId: gathering.id, token: context.ids.unordered<"team-token">() });
    }
    await takePart(context, input, answer, people);
    const payload = { gathering: gathering.id, target: targetId, person, answer };
    await scheduleDeletion(context, input);
    context.emit({ name: "invitation-answered", version: 1, payload });
    return accepted({ answer });
  },
});

/**
 * What the answer means for the list and the places. Where each instance sends one delegate, whoever answers for two takes that one seat;
 * where no place can be taken, the answer still stands on the board.
 */
async function takePart(context: CommandContext, about: AboutGathering, answer: OutreachAnswer, people: number) {
  const { communityId, gatheringId } = about;
  if (answer === "no") await context.execute(leaveInterestList, { communityId, gatheringId });
  else await context.execute(joinInterestList, { communityId, gatheringId });
  const said = { yes: "going", maybe: "maybe", no: "not-going" } as const;
  const rsvp = { communityId, gatheringId, answer: said[answer] };
  const taken = await context.execute(answerRsvp, { ...rsvp, people: answer === "yes" ? people : 1 });
  if (!taken.ok && taken.refusal.kind === "delegate-comes-alone")
    await context.execute(answerRsvp, { ...rsvp, people: 1 });
}
