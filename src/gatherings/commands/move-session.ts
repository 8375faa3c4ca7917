import { z } from "zod";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import {
  readSessionTime,
  sessionsInOrder,
  startOf,
  type SessionsRefusal,
  type SessionTimeRefusal,
} from "../model/session.ts";
import { updateState } from "../store/gatherings.write.ts";
import { sessionsOf } from "../store/sessions.read.ts";
import { moveSession as writeMove } from "../store/sessions.write.ts";
import { communityInput, gatheringInput, reasonInput, zoneInput } from "./inputs.ts";
import { scheduleSession } from "./session-jobs.ts";
import { gatheringOf, mayOrganise, type StandingRefusal } from "./standing.ts";

export type MoveSessionRefusal =
  | StandingRefusal
  | SessionTimeRefusal
  | SessionsRefusal
  | { readonly kind: "date-in-the-past" }
  | { readonly kind: "session-over" };

/**
 * Moves a session to another time, with the reason; RSVPs stay, and everyone who is on the list or said they come hears once.
 *
 * Refuses a session that is called off or has begun (`session-over`), and what setting a date refuses.
 */
export const moveSession = defineCommand({
  name: "gatherings/move-session",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    sessionId: z.string().max(64),
    start: z.string().max(19),
    zone: zoneInput,
    lengthMinutes: z.coerce.number().int(),
    reason: reasonInput,
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly moved: boolean }, MoveSessionRefusal>> {
    const gathering = await gatheringOf(context, input);
    const sessions = await sessionsOf(context.db, input.gatheringId);
    const session = sessions.find((candidate) => candidate.id === input.sessionId);
    if (gathering === undefined || session === undefined) return refused({ kind: "not-found" });
    const isOver = session.cancelledAt !== undefined || Temporal.Instant.compare(session.startsAt, context.now) <= 0;
    if (isOver) return refused({ kind: "session-over" });
    const time = readSessionTime(input.start, input.zone, input.lengthMinutes);
    if (!time.ok) return time;
    if (Temporal.Instant.compare(startOf(time.value), context.now) <= 0) return refused({ kind: "date-in-the-past" });
    const moved = { id: session.id, time: time.value };
    const others = sessions.filter((other) => other.id !== session.id && other.cancelledAt === undefined);
    const fitting = sessionsInOrder([...others, moved]);
    if (!fitting.ok) return fitting;
    await writeMove(context.db, session, time.value);
    await updateState(context.db, gathering.id, gathering.state, input.reason, context.now);
    await scheduleSession(context, input, moved);
    context.emit({
      name: "session-moved",
      version: 1,
      payload: {
        gathering: gathering.id,
        session: session.id,
        from: session.startsAt.toString(),
        sequence: session.sequence + 1,
      },
    });
    return accepted({ moved: true });
  },
});
