import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { AboutThread } from "../standing.ts";

/** The job that draws a thread's map of opinions anew; its key is the thread's id. */
export const drawOpinionsJob = "decisions/draw-opinions";

const restSeconds = 10;

/** Has the map drawn at the end of these ten seconds: once, however many answer until then, and never later for that. */
export async function drawSoon(context: CommandContext, { communityId, threadId }: AboutThread): Promise<void> {
  const seconds = Math.floor(context.now.epochMilliseconds / 1000);
  const due = Temporal.Instant.fromEpochMilliseconds((seconds - (seconds % restSeconds) + restSeconds) * 1000);
  const payload: Json = { communityId, threadId };
  await context.schedule({ kind: drawOpinionsJob, key: threadId, due, payload });
}
