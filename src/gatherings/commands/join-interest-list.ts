import { z } from "zod";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import { interestOf } from "../store/interest.read.ts";
import { putOnList } from "../store/interest.write.ts";
import { communityInput, gatheringInput } from "./inputs.ts";
import { actingPerson, mayTakePart, type StandingRefusal } from "./standing.ts";

/**
 * Puts the person who asks on the interest list, and says whether they are new on it.
 *
 * Asking again changes nothing and is no refusal. Refuses `sign-in-needed`, `not-found`, `kept-out`.
 */
export const joinInterestList = defineCommand({
  name: "gatherings/join-interest-list",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(context, input): Promise<Result<{ readonly joined: boolean }, StandingRefusal>> {
    const person = actingPerson(context);
    if (person === undefined) return refused({ kind: "sign-in-needed" });
    const before = await interestOf(context.db, input.gatheringId, person);
    if (before === "on-list") return accepted({ joined: false });
    await putOnList(context.db, input.gatheringId, person, context.now);
    context.emit({
      name: "interest-joined",
      version: 1,
      payload: { gathering: input.gatheringId, person, via: context.origin.from },
    });
    return accepted({ joined: true });
  },
});
