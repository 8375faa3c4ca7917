import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { largestParty } from "../../model/rsvp.ts";
import { targetByLetter } from "../../store/outreach/targets.read.ts";
import { forgetContact, writeAnswerOfTarget, writeSeen } from "../../store/outreach/targets.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { scheduleDeletion } from "../questions/deletion-job.ts";
import { gatheringOf, type StandingRefusal } from "../standing.ts";
import { refuseForEver } from "./refused-addresses.ts";

/**
 * Whoever got a letter answers by the link in it, without an account; the later word holds. `never` is the wish never to be asked again.
 * The answer stands on the board; a place is taken by whoever signs in.
 */
export const answerLetter = defineCommand({
  name: "gatherings/answer-letter",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    letterHash: z.string().length(64),
    answer: z.enum(["yes", "maybe", "no", "never"]),
    people: z.coerce.number().int().min(1).max(largestParty).default(1),
  }),
  chain: (input) => input.communityId,
  authorise: async () => undefined,
  async run(context, input): Promise<Result<{ readonly answer: string }, StandingRefusal>> {
    const { answer, people } = input;
    const gathering = await gatheringOf(context, input);
    const target = await targetByLetter(context.db, input.letterHash);
    if (gathering === undefined || target?.gatheringId !== gathering.id || target.state === "opted-out")
      return refused({ kind: "not-found" });
    if (answer === "never") {
      await refuseForEver(context, [target.address]);
      await forgetContact(context.db, target.id);
    } else {
      await writeSeen(context.db, target.id, context.now);
      await writeAnswerOfTarget(context.db, target.id, {
        answer,
        people: answer === "yes" ? people : 1,
        at: context.now,
      });
    }
    await scheduleDeletion(context, input);
    context.emit({
      name: "letter-answered",
      version: 1,
      payload: { gathering: gathering.id, target: target.id, answer },
    });
    return accepted({ answer });
  },
});
