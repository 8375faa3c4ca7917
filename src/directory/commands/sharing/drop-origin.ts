import { z } from "zod";
import { isActorRefused } from "../../../accounts/index.ts";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { isOngoing, type DroppedBecause, type Origin } from "../../model/sharing/origin.ts";
import { originById } from "../../store/sharing/origins.read.ts";
import { leaveOrigin } from "./leave-origin.ts";
import { mustNotBeAForm, type SharingRefusal } from "./sharing-guards.ts";

/** The program unfollows a directory by itself; those who run the server hear of it. */
export async function dropOrigin(context: CommandContext, origin: Origin, because: DroppedBecause): Promise<void> {
  await leaveOrigin(context, origin, because);
  context.emit({ name: "directory-origin-dropped", version: 1, payload: { originId: origin.id, because } });
}

/** The program's: a directory whose server is shut out here is followed no more. */
export const dropBlocked = defineCommand({
  name: "directory/drop-blocked-origin",
  input: z.object({ originId: z.string().min(1).max(64) }),
  chain: () => serverChain,
  authorise: mustNotBeAForm,
  async run(context, { originId }): Promise<Result<null, SharingRefusal>> {
    const origin = await originById(context.db, originId);
    if (origin === undefined || !isOngoing(origin)) return accepted(null);
    const isRefused = await isActorRefused(context.db, { uri: origin.actorUri, host: origin.host });
    if (isRefused) await dropOrigin(context, origin, "blocked");
    return accepted(null);
  },
});
