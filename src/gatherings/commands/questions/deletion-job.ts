import type { CommandContext } from "../../../kernel/commands/command.ts";
import { deletionAt, undatedKeepingDays } from "../../model/questions/questions.ts";
import { endOf } from "../../model/session.ts";
import { keepingDaysOf } from "../../store/questions/questions.read.ts";
import { sessionsOf } from "../../store/sessions.read.ts";
import type { AboutGathering } from "../standing.ts";

export const deleteAnswersJob = "gatherings/delete-answers";

/** When the answers to a gathering are deleted, as things stand; undefined while it has no date. */
export async function deletionOf(
  context: CommandContext,
  about: AboutGathering,
): Promise<Temporal.Instant | undefined> {
  const sessions = await sessionsOf(context.db, about.gatheringId);
  // One that was called off keeps its place in time: what people answered for it goes no later.
  const ends = sessions.map((session) => endOf(session.time));
  return deletionAt(ends, await keepingDaysOf(context.db, about.communityId));
}

/**
 * Writes down when what people confided to a gathering is deleted: their answers, their reasons for objecting, items that were declined, and
 * whom it wants to invite. Whatever changes it moves it. Without a date it is so long after the last change.
 */
export async function scheduleDeletion(context: CommandContext, about: AboutGathering): Promise<void> {
  const due = (await deletionOf(context, about)) ?? context.now.add({ hours: 24 * undatedKeepingDays });
  const payload = { communityId: about.communityId, gatheringId: about.gatheringId };
  await context.schedule({ kind: deleteAnswersJob, key: about.gatheringId, due, payload });
}
