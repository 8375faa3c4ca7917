import { z } from "zod";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import { interestOf } from "../store/interest.read.ts";
import { takeOffList } from "../store/interest.write.ts";
import { communityInput, gatheringInput } from "./inputs.ts";
import { actingPerson, gatheringOf, type StandingRefusal } from "./standing.ts";

/**
 * Takes the person who asks off the interest list; they hear no more of this gathering unless they said they come.
 *
 * Also for those whom the community has blocked. Not being on the list is no refusal. Refuses `sign-in-needed`, `not-found`.
 */
export const leaveInterestList = defineCommand({
  name: "gatherings/leave-interest-list",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput }),
  chain: (input) => input.communityId,
  async authorise(context, input): Promise<StandingRefusal | undefined> {
    if (actingPerson(context) === undefined) return { kind: "sign-in-needed" };
    return (await gatheringOf(context, input)) === undefined ? { kind: "not-found" } : undefined;
  },
  async run(context, input): Promise<Result<{ readonly left: boolean }, StandingRefusal>> {
    const person = actingPerson(context);
    if (person === undefined) return refused({ kind: "sign-in-needed" });
    if ((await interestOf(context.db, input.gatheringId, person)) !== "on-list") return accepted({ left: false });
    await takeOffList(context.db, input.gatheringId, person, context.now);
    context.emit({
      name: "interest-left",
      version: 1,
      payload: { gathering: input.gatheringId, person, via: context.origin.from },
    });
    return accepted({ left: true });
  },
});
