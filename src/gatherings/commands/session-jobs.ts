import type { CommandContext } from "../../kernel/commands/command.ts";
import { sessionReminderAt } from "../model/reminders.ts";
import { endOf, startOf, type Session } from "../model/session.ts";
import { scheduleDeletion } from "./questions/deletion-job.ts";
import type { AboutGathering } from "./standing.ts";

/** Writes down what is due around a session: the reminder a day before, and its end. A session that moves moves them. */
export async function scheduleSession(context: CommandContext, about: AboutGathering, session: Session): Promise<void> {
  const payload = { communityId: about.communityId, gatheringId: about.gatheringId, sessionId: session.id };
  const reminder = sessionReminderAt(startOf(session.time), context.now);
  if (reminder !== null) {
    await context.schedule({ kind: "gatherings/remind-of-session", key: session.id, due: reminder, payload });
  } else {
    await context.unschedule("gatherings/remind-of-session", session.id);
  }
  await context.schedule({ kind: "gatherings/end-session", key: session.id, due: endOf(session.time), payload });
  await scheduleDeletion(context, about);
}

/** Takes back what was due around a session that is called off. */
export async function unscheduleSession(context: CommandContext, sessionId: string): Promise<void> {
  await context.unschedule("gatherings/remind-of-session", sessionId);
  await context.unschedule("gatherings/end-session", sessionId);
}
