import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { targetById, type Target } from "../../store/outreach/targets.read.ts";
import { forgetContact } from "../../store/outreach/targets.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { leaveInterestList } from "../leave-interest-list.ts";
import { gatheringOf, mayTakePart, type StandingRefusal } from "../standing.ts";
import { refuseForEver } from "./refused-addresses.ts";

/**
 * Whoever was asked does not want to be asked again: by no board of this server, under this address or any they were reached by. What was
 * kept of their contact goes.
 */
export const refuseInvitations = defineCommand({
  name: "gatherings/refuse-invitations",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    targetId: z.string().max(64),
    uri: z.string().max(2000),
  }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(context, input): Promise<Result<{ readonly refused: true }, StandingRefusal>> {
    const gathering = await gatheringOf(context, input);
    const target = await targetById(context.db, input.targetId);
    if (gathering === undefined || target?.gatheringId !== gathering.id || target.contact?.uri !== input.uri)
      return refused({ kind: "not-found" });
    await context.execute(leaveInterestList, { communityId: input.communityId, gatheringId: gathering.id });
    await askNeverAgain(context, target);
    return accepted({ refused: true });
  },
});

/** Whoever was asked is asked by no board any more, and what was kept of their contact goes. */
export async function askNeverAgain(context: CommandContext, target: Target): Promise<void> {
  const { uri, handle } = target.contact ?? {};
  await refuseForEver(context, [
    target.address,
    ...(uri === undefined ? [] : [uri]),
    ...(handle === undefined ? [] : [handle]),
  ]);
  await forgetContact(context.db, target.id);
  const payload = { gathering: target.gatheringId, target: target.id };
  context.emit({ name: "invitations-refused", version: 1, payload });
}
