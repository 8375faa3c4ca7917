import { z } from "zod";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import { moveGathering, type GatheringCannotMove } from "../model/gathering.ts";
import { putOffWaiting } from "../store/agenda/items.write.ts";
import { updateState } from "../store/gatherings.write.ts";
import { pollOfGathering } from "../store/polls.read.ts";
import { sessionsOf } from "../store/sessions.read.ts";
import { cancelSession } from "../store/sessions.write.ts";
import { closeSchedulingPoll } from "./close-scheduling-poll.ts";
import { communityInput, gatheringInput, reasonInput } from "./inputs.ts";
import { unscheduleSession } from "./session-jobs.ts";
import { gatheringOf, mayOrganise, type StandingRefusal } from "./standing.ts";

/**
 * Calls a gathering off, for good, with the reason; everyone on the list and everyone who said they come hears once.
 *
 * Refuses `gathering-cannot-move` for one that was held or is called off already.
 */
export const cancelGathering = defineCommand({
  name: "gatherings/cancel-gathering",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput, reason: reasonInput }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly cancelled: true }, StandingRefusal | GatheringCannotMove>> {
    const gathering = await gatheringOf(context, input);
    if (gathering === undefined) return refused({ kind: "not-found" });
    const moved = moveGathering(gathering.state, "cancelled");
    if (!moved.ok) return moved;
    if ((await pollOfGathering(context.db, gathering.id)) !== undefined)
      await context.execute(closeSchedulingPoll, input);
    for (const session of await sessionsOf(context.db, gathering.id)) {
      if (session.cancelledAt !== undefined) continue;
      await cancelSession(context.db, session, context.now);
      await unscheduleSession(context, session.id);
    }
    await updateState(context.db, gathering.id, moved.value, input.reason, context.now);
    await putOffWaiting(context.db, gathering.id);
    context.emit({ name: "gathering-cancelled", version: 1, payload: { gathering: gathering.id } });
    return accepted({ cancelled: true });
  },
});
