import { z } from "zod";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import { calendarsDiffer } from "../model/calendar.ts";
import { updateTexts } from "../store/gatherings.write.ts";
import { sessionsOf } from "../store/sessions.read.ts";
import { countUp } from "../store/sessions.write.ts";
import { communityInput, gatheringInput, purposeInput, titleInput } from "./inputs.ts";
import { promoteAfterChange } from "./rsvp-list.ts";
import { gatheringOf, mayOrganise, type StandingRefusal } from "./standing.ts";

/** Places, or null for no limit; a form sends an empty field for no limit. */
const placesInput = z
  .union([z.literal("").transform(() => null), z.null(), z.coerce.number().int().min(0).max(100_000)])
  .default(null);

/**
 * Changes a gathering's texts, place and capacities. A larger capacity promotes the waiting list at once.
 *
 * A capacity lowered below what is taken unseats nobody. Refuses what standing refuses.
 */
export const editGathering = defineCommand({
  name: "gatherings/edit-gathering",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    title: titleInput,
    purpose: purposeInput,
    description: z.string().trim().max(20_000).default(""),
    language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "unknown-language"),
    place: z.string().trim().max(500).default(""),
    capacity: placesInput,
    audienceCapacity: placesInput,
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly edited: true }, StandingRefusal>> {
    const before = await gatheringOf(context, input);
    if (before === undefined) return refused({ kind: "not-found" });
    await updateTexts(context.db, before.id, input, context.now);
    const after = { ...before, ...input };
    const showsInCalendars = calendarsDiffer(before, input);
    for (const session of await sessionsOf(context.db, before.id)) {
      if (session.cancelledAt !== undefined) continue;
      if (showsInCalendars) await countUp(context.db, session);
      await promoteAfterChange(context, after, session);
    }
    context.emit({
      name: "gathering-edited",
      version: 1,
      payload: { gathering: before.id, calendars: showsInCalendars },
    });
    return accepted({ edited: true });
  },
});
