import type { CommandContext } from "../../../kernel/commands/command.ts";
import { deletionAt } from "../../model/questions/questions.ts";
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

/** Writes down when the answers to a gathering are deleted; whatever changes that moves it. */
export async function scheduleDeletion(context: CommandContext, about: AboutGathering): Promise<void> {
  const due = await deletionOf(context, about);
  if (due === undefined) return;
  const payload = { communityId: about.communityId, gatheringId: about.gatheringId };
  await context.schedule({ kind: deleteAnswersJob, key: about.gatheringId, due, payload });
}
