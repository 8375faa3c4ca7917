import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { GatheringId } from "../../model/gathering.ts";
import { communityInput, gatheringInput, handleInput, purposeInput, titleInput } from "../inputs.ts";
import { gatheringOf, mayOrganise, type StandingRefusal } from "../standing.ts";
import { carryNights } from "./carry-nights.ts";
import { copyGathering, type ClaimRefusal } from "./copy-gathering.ts";

/**
 * Announces the next gathering after the manner of an earlier one: its places, its room and its list come along, and everyone on the list
 * hears of it once. What night the earlier one cost whom is carried along, so that the search for times shares it out. It has no date yet, so that people can be asked.
 */
export const announceAgain = defineCommand({
  name: "gatherings/announce-again",
  input: z.object({
    communityId: communityInput,
    /** The earlier one. */
    gatheringId: gatheringInput,
    handle: handleInput,
    title: titleInput,
    purpose: purposeInput,
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly gatheringId: GatheringId }, StandingRefusal | ClaimRefusal>> {
    const before = await gatheringOf(context, input);
    if (before === undefined) return refused({ kind: "not-found" });
    const copied = await copyGathering(context, before, input);
    if (!copied.ok) return copied;
    await carryNights(context, before.id, copied.value.id);
    context.emit({ name: "list-carried", version: 1, payload: { gathering: copied.value.id, from: before.id } });
    return accepted({ gatheringId: copied.value.id });
  },
});
