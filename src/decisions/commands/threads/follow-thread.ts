import { z } from "zod";
import { isMember } from "../../../communities/index.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import type { PersonId } from "../../model/thread.ts";
import { followLevels } from "../../model/threads/following.ts";
import { writeFollowLevel } from "../../store/threads/following.write.ts";
import { communityInput, idInput } from "../inputs.ts";
import { actingPerson, threadOf, type AboutThread, type StandingRefusal } from "../standing.ts";

/** Chooses what one hears of a thread. Whoever may read it may. Refuses what standing refuses. */
export const followThread = defineCommand({
  name: "decisions/follow-thread",
  input: z.object({ communityId: communityInput, threadId: idInput, level: z.enum(followLevels) }),
  chain: (input) => input.communityId,
  authorise: mayRead,
  async run(context, input): Promise<Result<{ readonly threadId: string }, StandingRefusal>> {
    const thread = await threadOf(context, input);
    if (thread === undefined) return refused({ kind: "not-found" });
    await writeFollowLevel(context.db, thread.id, actingPerson(context) as PersonId, input.level);
    context.emit({ name: "thread-followed", version: 1, payload: { thread: thread.id, level: input.level } });
    return accepted({ threadId: thread.id });
  },
});

async function mayRead(context: CommandContext, about: AboutThread): Promise<StandingRefusal | undefined> {
  const person = actingPerson(context);
  if (person === undefined) return { kind: "sign-in-needed" };
  const thread = await threadOf(context, about);
  if (thread === undefined) return { kind: "not-found" };
  if (thread.audience === "everyone") return undefined;
  return (await isMember(context.db, about.communityId, person)) ? undefined : { kind: "only-members" };
}
