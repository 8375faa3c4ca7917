import { z } from "zod";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../kernel/commands/command.ts";
import { moveGathering, type GatheringCannotMove } from "../model/gathering.ts";
import {
  readSessionTime,
  sessionsInOrder,
  startOf,
  type Session,
  type SessionsRefusal,
  type SessionTimeRefusal,
} from "../model/session.ts";
import { pollOfGathering } from "../store/polls.read.ts";
import { closeSchedulingPoll } from "./close-scheduling-poll.ts";
import { communityInput, gatheringInput, reasonInput, zoneInput } from "./inputs.ts";
import { setSessions } from "./set-sessions.ts";
import { gatheringOf, mayOrganise, type StandingRefusal } from "./standing.ts";

export type SetDateRefusal =
  | StandingRefusal
  | GatheringCannotMove
  | SessionTimeRefusal
  | SessionsRefusal
  | { readonly kind: "date-in-the-past" };

/**
 * Sets when the gathering is held: one, two or three sessions, with the reason for choosing them.
 *
 * Chosen from a poll or set without one; an open poll is closed. Everyone interested hears of it once.
 */
export const setDate = defineCommand({
  name: "gatherings/set-date",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    sessions: z
      .array(z.object({ start: z.string().min(1).max(19), zone: zoneInput, lengthMinutes: z.coerce.number().int() }))
      .min(1)
      .max(3),
    reason: reasonInput,
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly sessionIds: readonly string[] }, SetDateRefusal>> {
    const gathering = await gatheringOf(context, input);
    if (gathering === undefined) return refused({ kind: "not-found" });
    const moved = moveGathering(gathering.state, "date-set");
    if (!moved.ok) return moved;
    const sessions = readSessions(context, input.sessions);
    if (!sessions.ok) return sessions;
    const poll = await pollOfGathering(context.db, gathering.id);
    if (poll !== undefined) await context.execute(closeSchedulingPoll, input);
    const sessionIds = await setSessions(context, input, sessions.value, input.reason);
    return accepted({ sessionIds });
  },
});

interface SessionInput {
  readonly start: string;
  readonly zone: string;
  readonly lengthMinutes: number;
}

function readSessions(
  context: CommandContext,
  inputs: readonly SessionInput[],
): Result<readonly Session[], SessionTimeRefusal | SessionsRefusal | { readonly kind: "date-in-the-past" }> {
  const sessions: Session[] = [];
  for (const { start, zone, lengthMinutes } of inputs) {
    const time = readSessionTime(start, zone, lengthMinutes);
    if (!time.ok) return time;
    if (Temporal.Instant.compare(startOf(time.value), context.now) <= 0) return refused({ kind: "date-in-the-past" });
    sessions.push({ id: context.ids.next<"session">(), time: time.value });
  }
  return sessionsInOrder(sessions);
}
