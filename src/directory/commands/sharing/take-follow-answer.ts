import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { isOngoing } from "../../model/sharing/origin.ts";
import { originByFollow } from "../../store/sharing/origins.read.ts";
import { keepAnswer } from "../../store/sharing/origins.write.ts";
import { readJob } from "./leave-origin.ts";
import { mustNotBeAForm, type SharingRefusal } from "./sharing-guards.ts";

/** Another directory says yes or no to being followed, or lets us go later. Only the one that was asked can answer. What it holds is read then. */
export const takeDirectoryAnswer = defineCommand({
  name: "directory/take-follow-answer",
  input: z.object({ followId: z.string().max(100), uri: z.url().max(2_000), isYes: z.boolean() }),
  chain: () => serverChain,
  authorise: mustNotBeAForm,
  async run(context, { followId, uri, isYes }): Promise<Result<null, SharingRefusal>> {
    const { db, now } = context;
    const origin = await originByFollow(db, followId);
    if (origin === undefined || origin.actorUri !== uri || !isOngoing(origin)) return accepted(null);
    await keepAnswer(db, origin.id, isYes ? "followed" : "declined", now);
    if (isYes) await context.schedule({ kind: readJob, key: origin.id, due: now, payload: {} });
    else await context.unschedule(readJob, origin.id);
    context.emit({ name: "directory-origin-answered", version: 1, payload: { originId: origin.id, isYes } });
    return accepted(null);
  },
});
