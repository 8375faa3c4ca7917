import { z } from "zod";
import { claimHandle, isMember } from "../../communities/index.ts";
import { accepted } from "../../kernel/base/result.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import type { GatheringId, PersonId } from "../model/gathering.ts";
import { insertGathering } from "../store/gatherings.write.ts";
import { communityInput, handleInput, purposeInput, titleInput, zoneInput } from "./inputs.ts";
import { actingPerson } from "./standing.ts";

/**
 * Announces a gathering: one sentence of purpose makes a page and an actor `@handle@host` that can be followed.
 *
 * Any member may; whoever announces is its organiser, beside the community's stewards.
 * Refuses `sign-in-needed`, `only-members`, and what claiming a handle refuses.
 */
export const announceGathering = defineCommand({
  name: "gatherings/announce-gathering",
  input: z.object({
    communityId: communityInput,
    handle: handleInput,
    title: titleInput,
    purpose: purposeInput,
    description: z.string().trim().max(20_000).default(""),
    language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "unknown-language"),
    zone: zoneInput,
  }),
  chain: (input) => input.communityId,
  async authorise(context, input) {
    const person = actingPerson(context);
    if (person === undefined) return { kind: "sign-in-needed" };
    return (await isMember(context.db, input.communityId, person)) ? undefined : { kind: "only-members" };
  },
  async run(context, input) {
    const id = context.ids.next<"gathering">();
    const claimed = await context.execute(claimHandle, {
      handle: input.handle,
      actorId: id,
      communityId: input.communityId,
    });
    if (!claimed.ok) return claimed;
    await insertGathering(context.db, {
      id,
      communityId: input.communityId,
      handle: input.handle,
      title: input.title,
      purpose: input.purpose,
      description: input.description,
      language: input.language,
      zone: input.zone,
      state: "idea",
      place: "",
      capacity: null,
      audienceCapacity: 0,
      organiserId: actingPerson(context) as PersonId,
      announcedAt: context.now,
      changedAt: context.now,
      reason: "",
    });
    context.emit({ name: "gathering-announced", version: 1, payload: { gathering: id } });
    return accepted({ gatheringId: id satisfies GatheringId, handle: input.handle });
  },
});
