import { z } from "zod";
import { isActorRefused } from "../../../accounts/index.ts";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { isOngoing, originBounds } from "../../model/sharing/origin.ts";
import { originsIn, originsOfActor } from "../../store/sharing/origins.read.ts";
import { insertOrigin } from "../../store/sharing/origins.write.ts";
import { mustBeOperator, type DirectoryRefusal } from "../directory-guards.ts";
import type { SharingRefusal } from "./sharing-guards.ts";

/**
 * An operator has another directory followed, which was found a moment ago. It is asked, and what it says is read once it has answered.
 *
 * Refuses `followed-already`, `follows-full`, `origin-blocked` for a server that is shut out here, and `only-operators`.
 */
export const followDirectory = defineCommand({
  name: "directory/follow-directory",
  input: z.object({ uri: z.url().max(2_000), host: z.string().min(1).max(260), page: z.url().max(2_000) }),
  chain: () => serverChain,
  authorise: mustBeOperator,
  async run(
    context,
    { uri, host, page },
  ): Promise<Result<{ readonly originId: string }, DirectoryRefusal | SharingRefusal>> {
    const { db, ids, now } = context;
    const refuse = (kind: SharingRefusal["kind"]) =>
      refused({ kind, field: "directory", most: originBounds.followed } as const);
    if (await isActorRefused(db, { uri, host })) return refuse("origin-blocked");
    if ((await originsOfActor(db, uri, 1)).some(isOngoing)) return refuse("followed-already");
    const followed = await originsIn(db, ["asked", "followed", "declined"], originBounds.followed);
    if (followed.length >= originBounds.followed) return refuse("follows-full");
    const id = ids.next<"origin">();
    await insertOrigin(db, { id, host, actorUri: uri, page, followId: ids.unordered<"follow">(), at: now });
    context.emit({ name: "directory-origin-asked", version: 1, payload: { originId: id } });
    return accepted({ originId: id });
  },
});
