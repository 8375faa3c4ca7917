import { z } from "zod";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { correctionsIn } from "../../store/minutes/minutes.read.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { mayOrganise, type StandingRefusal } from "../standing.ts";
import { draftAtHand, type MinutesPublished, type NotHeldYet } from "./minutes-guards.ts";
import { publishMinutes } from "./publish-minutes.ts";

/**
 * The clock's word that the time for corrections is over: the minutes are published, unless corrections wait or the organisers want to
 * publish them by themselves; of that they are told.
 */
export const closeCorrections = defineCommand({
  name: "gatherings/close-corrections",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(
    context,
    input,
  ): Promise<Result<{ readonly published: boolean }, StandingRefusal | NotHeldYet | MinutesPublished>> {
    const open = await draftAtHand(context, input);
    if (!open.ok) return open;
    const { gathering, minutes } = open.value;
    const waiting = (await correctionsIn(context.db, gathering.id, "waits")).length;
    if (!minutes.isHeldBack && (await context.execute(publishMinutes, input)).ok) return accepted({ published: true });
    context.emit({
      name: "minutes-publication-waits",
      version: 1,
      payload: { gathering: gathering.id, waiting, by: minutes.isHeldBack ? "organisers" : "clock" },
    });
    return accepted({ published: false });
  },
});
