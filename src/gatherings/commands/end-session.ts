import { z } from "zod";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import { canMove } from "../model/gathering.ts";
import { endOf } from "../model/session.ts";
import { putOffWaiting } from "../store/agenda/items.write.ts";
import { updateState } from "../store/gatherings.write.ts";
import { sessionsOf } from "../store/sessions.read.ts";
import { afterHeld } from "./after-held.ts";
import { communityInput, gatheringInput } from "./inputs.ts";
import { gatheringOf, mayOrganise, type StandingRefusal } from "./standing.ts";

/** The clock's word that a session is over; when no other is to come, the gathering was held. */
export const endSession = defineCommand({
  name: "gatherings/end-session",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly held: boolean }, StandingRefusal>> {
    const gathering = await gatheringOf(context, input);
    if (gathering === undefined) return refused({ kind: "not-found" });
    const standing = (await sessionsOf(context.db, gathering.id)).filter(
      (session) => session.cancelledAt === undefined,
    );
    const isToCome = standing.some((session) => Temporal.Instant.compare(endOf(session.time), context.now) > 0);
    if (isToCome || standing.length === 0 || !canMove(gathering.state, "held")) return accepted({ held: false });
    await updateState(context.db, gathering.id, "held", gathering.reason, context.now);
    await putOffWaiting(context.db, gathering.id);
    await afterHeld(context, gathering);
    context.emit({ name: "gathering-held", version: 1, payload: { gathering: gathering.id } });
    return accepted({ held: true });
  },
});
