import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { targetById } from "../../store/outreach/targets.read.ts";
import { writeLetterHash } from "../../store/outreach/targets.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { gatheringOf, mayOrganise, type StandingRefusal } from "../standing.ts";
import { neverAsk } from "./refused-addresses.ts";

/** The clock's: makes the token good that stands in a letter about to go out; says whether it may go. No edge offers it. */
export const prepareLetter = defineCommand({
  name: "gatherings/prepare-letter",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    targetId: z.string().max(64),
    letterHash: z.string().length(64),
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly mayGo: boolean }, StandingRefusal>> {
    const gathering = await gatheringOf(context, input);
    const target = await targetById(context.db, input.targetId);
    if (gathering === undefined || target?.gatheringId !== gathering.id) return refused({ kind: "not-found" });
    const isOver = gathering.state === "cancelled" || target.state !== "asking";
    if (isOver || (await neverAsk(context, [target.address]))) return accepted({ mayGo: false });
    await writeLetterHash(context.db, target.id, input.letterHash);
    return accepted({ mayGo: true });
  },
});
