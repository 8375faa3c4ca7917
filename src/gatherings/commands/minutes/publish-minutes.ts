import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { moveGathering, type GatheringCannotMove } from "../../model/gathering.ts";
import { updateState } from "../../store/gatherings.write.ts";
import { correctionsIn } from "../../store/minutes/minutes.read.ts";
import { keepMinutes } from "../../store/minutes/minutes.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { mayOrganise, type StandingRefusal } from "../standing.ts";
import { gatherRecord } from "./gather-record.ts";
import { draftAtHand, type MinutesPublished, type NotHeldYet } from "./minutes-guards.ts";

export type PublishMinutesRefusal =
  | StandingRefusal
  | NotHeldYet
  | MinutesPublished
  | GatheringCannotMove
  | { readonly kind: "draft-not-announced" }
  | { readonly kind: "corrections-open"; readonly until: { readonly instant: string } }
  | { readonly kind: "corrections-wait"; readonly waiting: number };

/**
 * Publishes the minutes as they stand, once the time for corrections is over and none waits: as a page for everyone, as a post, and as a file.
 * The gathering is minuted from then on, and what is published changes only by corrections that stay visible.
 *
 * Refuses what standing refuses, `not-held-yet`, `minutes-published`, `draft-not-announced`, `corrections-open`, and `corrections-wait`.
 */
export const publishMinutes = defineCommand({
  name: "gatherings/publish-minutes",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly published: true }, PublishMinutesRefusal>> {
    const open = await draftAtHand(context, input);
    if (!open.ok) return open;
    const { gathering, minutes, standing } = open.value;
    if (minutes.correctionsUntil === undefined) return refused({ kind: "draft-not-announced" });
    if (standing === "correcting")
      return refused({ kind: "corrections-open", until: { instant: minutes.correctionsUntil.toString() } });
    const waiting = (await correctionsIn(context.db, gathering.id, "waits")).length;
    if (waiting > 0) return refused({ kind: "corrections-wait", waiting });
    const moved = moveGathering(gathering.state, "minuted");
    if (!moved.ok) return moved;
    const record = await gatherRecord(context.db, gathering);
    const published = { ...minutes, publishedAt: context.now, changedAt: context.now, record };
    await keepMinutes(context.db, gathering.id, published);
    await updateState(context.db, gathering.id, moved.value, gathering.reason, context.now);
    context.emit({ name: "minutes-published", version: 1, payload: { gathering: gathering.id } });
    return accepted({ published: true });
  },
});
