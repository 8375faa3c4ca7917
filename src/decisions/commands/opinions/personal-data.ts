import type { CommandContext } from "../../../kernel/commands/command.ts";
import { threadsWithOpinionsOf } from "../../store/opinions/opinions.read.ts";
import { carryOpinions, forgetOpinions } from "../../store/opinions/opinions.write.ts";
import { threadById } from "../../store/threads/threads.read.ts";
import { drawSoon } from "./drawing-job.ts";

/** Lets go of a person's statements and answers, and has the maps they were on drawn without them. */
export async function forgetOpinionsOf(context: CommandContext, personId: string): Promise<void> {
  const threads = await threadsWithOpinionsOf(context.db, personId);
  await forgetOpinions(context.db, personId);
  await drawAll(context, threads);
}

/** Two turned out to be one person, who stands on each map once. */
export async function joinOpinionsOf(context: CommandContext, kept: string, joined: string): Promise<void> {
  const threads = await threadsWithOpinionsOf(context.db, joined);
  await carryOpinions(context.db, kept, joined);
  await drawAll(context, threads);
}

async function drawAll(context: CommandContext, threadIds: readonly string[]): Promise<void> {
  for (const threadId of threadIds) {
    const thread = await threadById(context.db, threadId);
    if (thread !== undefined) await drawSoon(context, { communityId: thread.communityId, threadId });
  }
}
