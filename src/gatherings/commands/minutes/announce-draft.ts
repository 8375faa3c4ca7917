import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { hoursForCorrections } from "../../model/minutes/minutes.ts";
import { keepMinutes } from "../../store/minutes/minutes.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { mayOrganise, type StandingRefusal } from "../standing.ts";
import { closeCorrectionsJob, draftAtHand, type MinutesPublished, type NotHeldYet } from "./minutes-guards.ts";

/**
 * Tells everyone on the list, and everyone who came, of the draft of the minutes, once. From then on they have 72 hours for corrections.
 *
 * Refuses what standing refuses, `not-held-yet`, `minutes-published`, and `draft-announced-already`.
 */
export const announceDraft = defineCommand({
  name: "gatherings/announce-minutes-draft",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly until: string }, AnnounceDraftRefusal>> {
    const open = await draftAtHand(context, input);
    if (!open.ok) return open;
    const { gathering, minutes } = open.value;
    if (minutes.announcedAt !== undefined) return refused({ kind: "draft-announced-already" });
    const correctionsUntil = context.now.add({ hours: hoursForCorrections });
    await keepMinutes(context.db, gathering.id, { ...minutes, announcedAt: context.now, correctionsUntil });
    const payload = { communityId: gathering.communityId, gatheringId: gathering.id };
    await context.schedule({ kind: closeCorrectionsJob, key: gathering.id, due: correctionsUntil, payload });
    const until = correctionsUntil.toString();
    context.emit({ name: "minutes-draft-announced", version: 1, payload: { gathering: gathering.id, until } });
    return accepted({ until });
  },
});

export type AnnounceDraftRefusal =
  | StandingRefusal
  | NotHeldYet
  | MinutesPublished
  | { readonly kind: "draft-announced-already" };
