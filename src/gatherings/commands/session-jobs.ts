import type { CommandContext } from "../../kernel/commands/command.ts";
import { remindersToCome, sessionReminders, type SessionReminder } from "../model/reminders.ts";
import { endOf, startOf, type Session } from "../model/session.ts";
import type { AboutGathering } from "./standing.ts";

/** Writes down what is due around a session: its reminders, and its end. A session that moves moves them. */
export async function scheduleSession(context: CommandContext, about: AboutGathering, session: Session): Promise<void> {
  const payload = { communityId: about.communityId, gatheringId: about.gatheringId, sessionId: session.id };
  await unscheduleReminders(context, session.id);
  for (const { reminder, due } of remindersToCome(startOf(session.time), context.now)) {
    const job = { kind: "gatherings/remind-of-session", key: reminderKey(session.id, reminder), due };
    await context.schedule({ ...job, payload: { ...payload, reminder } });
  }
  await context.schedule({ kind: "gatherings/end-session", key: session.id, due: endOf(session.time), payload });
}

/** Takes back what was due around a session that is called off. */
export async function unscheduleSession(context: CommandContext, sessionId: string): Promise<void> {
  await unscheduleReminders(context, sessionId);
  await context.unschedule("gatherings/end-session", sessionId);
}

async function unscheduleReminders(context: CommandContext, sessionId: string): Promise<void> {
  for (const reminder of sessionReminders) {
    await context.unschedule("gatherings/remind-of-session", reminderKey(sessionId, reminder));
  }
}

function reminderKey(sessionId: string, reminder: SessionReminder): string {
  return `${sessionId}:${reminder}`;
}
