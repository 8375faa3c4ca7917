import { z } from "zod";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { keepMinutes } from "../../store/minutes/minutes.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { mayOrganise, type StandingRefusal } from "../standing.ts";
import { draftAtHand, type MinutesPublished, type NotHeldYet } from "./minutes-guards.ts";
import { publishIfNothingWaits } from "./publish-if-nothing-waits.ts";

/**
 * Keeps the clock from publishing the minutes when the time for corrections is over, or lets it: then they come out at once if that time is
 * over and no correction waits.
 *
 * Refuses what standing refuses, `not-held-yet` and `minutes-published`.
 */
export const holdBackMinutes = defineCommand({
  name: "gatherings/hold-back-minutes",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput, by: z.enum(["clock", "organisers"]) }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly by: string }, StandingRefusal | NotHeldYet | MinutesPublished>> {
    const open = await draftAtHand(context, input);
    if (!open.ok) return open;
    const { gathering } = open.value;
    const { by } = input;
    const minutes = { ...open.value.minutes, isHeldBack: by === "organisers" };
    await keepMinutes(context.db, gathering.id, minutes);
    context.emit({ name: "minutes-publisher-chosen", version: 1, payload: { gathering: gathering.id, by } });
    await publishIfNothingWaits(context, { ...open.value, minutes });
    return accepted({ by });
  },
});
