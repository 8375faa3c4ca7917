import { z } from "zod";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import { sessionReminders, stillReminds } from "../model/reminders.ts";
import { sessionById } from "../store/sessions.read.ts";
import { communityInput, gatheringInput } from "./inputs.ts";
import { mayOrganise, type StandingRefusal } from "./standing.ts";

/** The clock's word that a session is near; those who said they come, or maybe, hear of it. */
export const remindOfSession = defineCommand({
  name: "gatherings/remind-of-session",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    sessionId: z.string().max(64),
    reminder: z.enum(sessionReminders),
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly reminded: boolean }, StandingRefusal>> {
    const session = await sessionById(context.db, input.sessionId);
    if (session === undefined || session.gatheringId !== input.gatheringId) return refused({ kind: "not-found" });
    const isDue = session.cancelledAt === undefined && stillReminds(input.reminder, session.startsAt, context.now);
    if (!isDue) return accepted({ reminded: false });
    context.emit({
      name: "session-reminder-due",
      version: 1,
      payload: { gathering: input.gatheringId, session: session.id, reminder: input.reminder },
    });
    return accepted({ reminded: true });
  },
});
