import { z } from "zod";
import { isActorRefused } from "../../../accounts/index.ts";
import { isBlocked } from "../../../communities/index.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { targetById, targetOfContact } from "../../store/outreach/targets.read.ts";
import { writeAsked, writeState } from "../../store/outreach/targets.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { scheduleDeletion } from "../questions/deletion-job.ts";
import { gatheringOf, mayOrganise, type StandingRefusal } from "../standing.ts";
import { neverAsk } from "./refused-addresses.ts";

/**
 * The clock's: a target whose contact was found is asked, once and never again; `contact` is null for one that cannot be reached. No edge
 * offers it.
 *
 * The invitation goes out by the event, with an id of the target's own: delivered again after a crash, it is recognised as the same.
 */
export const askTarget = defineCommand({
  name: "gatherings/ask-target",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    targetId: z.string().max(64),
    contact: z.object({ uri: z.string(), handle: z.string(), host: z.string(), language: z.string() }).nullable(),
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly asked: boolean }, StandingRefusal>> {
    const { targetId, contact } = input;
    const gathering = await gatheringOf(context, input);
    const target = await targetById(context.db, targetId);
    if (gathering === undefined || target?.gatheringId !== gathering.id) return refused({ kind: "not-found" });
    if (target.state !== "asking") return accepted({ asked: false });
    const settle = async (state: "unreachable" | "opted-out") => {
      await writeState(context.db, targetId, state);
      context.emit({
        name: "target-not-asked",
        version: 1,
        payload: { gathering: gathering.id, target: targetId, state },
      });
      return accepted({ asked: false });
    };
    if (contact === null || gathering.state === "cancelled") return settle("unreachable");
    if (await neverAsk(context, [target.address, contact.uri, contact.handle])) return settle("opted-out");
    const isShutOut =
      (await isActorRefused(context.db, contact)) ||
      (await isBlocked(context.db, input.communityId, { host: contact.host }));
    // Two addresses that lead to the same account are one target: it was asked under the other.
    const isAsked = (await targetOfContact(context.db, gathering.id, contact.uri)) !== undefined;
    if (isShutOut || isAsked) return settle("unreachable");
    const language = target.language ?? contact.language;
    await writeAsked(context.db, targetId, { ...contact, language, at: context.now });
    await scheduleDeletion(context, input);
    context.emit({ name: "target-asked", version: 1, payload: { gathering: gathering.id, target: targetId } });
    return accepted({ asked: true });
  },
});
