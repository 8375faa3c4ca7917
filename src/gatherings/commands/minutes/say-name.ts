import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { nameAnswerOf } from "../../store/minutes/minutes.read.ts";
import { keepNameAnswer } from "../../store/minutes/minutes.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { takesPart } from "../notes/participants.ts";
import { actingPerson, mayOrganise, mayTakePart, type StandingRefusal } from "../standing.ts";
import { minutesAtHand, publishedChanged, type NotHeldYet } from "./minutes-guards.ts";

/** Who did not say that they come is not in the minutes. */
export interface NotAmongWhoCame {
  readonly kind: "not-among-who-came";
}

/**
 * Says whether a person wants to be named in the minutes; the last word counts, after they are published too.
 *
 * Refuses what standing refuses, `not-held-yet`, and `not-among-who-came`.
 */
export const sayName = defineCommand({
  name: "gatherings/say-name-in-minutes",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    answer: z.enum(["named", "not-named"]),
  }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(
    context,
    input,
  ): Promise<Result<{ readonly answer: string }, StandingRefusal | NotHeldYet | NotAmongWhoCame>> {
    const person = actingPerson(context);
    if (person === undefined) return refused({ kind: "sign-in-needed" });
    const open = await minutesAtHand(context, input);
    if (!open.ok) return open;
    const { gathering } = open.value;
    const came = await takesPart(context.db, gathering.id, person);
    if (!came && (await mayOrganise(context, input)) !== undefined) return refused({ kind: "not-among-who-came" });
    const { answer } = input;
    const before = (await nameAnswerOf(context.db, gathering.id, person)) ?? "not-named";
    await keepNameAnswer(context.db, { gatheringId: gathering.id, personId: person, answer }, context.now);
    const via = context.origin.from;
    context.emit({ name: "minutes-name-said", version: 1, payload: { gathering: gathering.id, person, answer, via } });
    if (before !== answer) await publishedChanged(context, open.value);
    return accepted({ answer });
  },
});
