import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { countFollowers, lastChange } from "../../store/sharing/followers.read.ts";
import { deleteFollowers, keepFollower, keepTold } from "../../store/sharing/followers.write.ts";
import { mustNotBeAForm, type SharingRefusal } from "./sharing-guards.ts";

const uri = z.url().max(2_000);

/** Another directory, or another program, follows this one. It is public: each may. */
export const letFollow = defineCommand({
  name: "directory/let-follow",
  input: z.object({
    uri,
    host: z.string().max(260),
    handle: z.string().max(300),
    inbox: uri,
    sharedInbox: uri.optional(),
    followId: uri,
  }),
  chain: () => serverChain,
  authorise: mustNotBeAForm,
  async run(context, { sharedInbox, ...follower }): Promise<Result<null, SharingRefusal>> {
    const { db, now } = context;
    if ((await countFollowers(db)) === 0) await tellFromNowOn(db);
    await keepFollower(db, { ...follower, sharedInbox, at: now });
    const payload = { uri: follower.uri, followId: follower.followId };
    context.emit({ name: "directory-follower-came", version: 1, payload });
    return accepted(null);
  },
});

/** A person wants to follow this directory: their server would show them nothing of it, and nothing is kept of them. They are told no. */
export const declineFollow = defineCommand({
  name: "directory/decline-follow",
  input: z.object({ uri, followId: uri }),
  chain: () => serverChain,
  authorise: mustNotBeAForm,
  async run(context, { uri, followId }): Promise<Result<null, SharingRefusal>> {
    context.emit({ name: "directory-follower-declined", version: 1, payload: { uri, followId } });
    return accepted(null);
  },
});

/** What was said before anybody followed is read by whoever comes; nobody has to be told. */
async function tellFromNowOn(db: Database): Promise<void> {
  const last = await lastChange(db);
  await keepTold(db, "told", last);
  await keepTold(db, "sent", last);
}

/** These follow this directory no more: they say so, or their servers say that they are gone. */
export const endFollowers = defineCommand({
  name: "directory/end-followers",
  input: z.object({ uris: z.array(uri).max(1_000) }),
  chain: () => serverChain,
  authorise: mustNotBeAForm,
  async run(context, { uris }): Promise<Result<null, SharingRefusal>> {
    const count = await deleteFollowers(context.db, uris);
    if (count > 0) context.emit({ name: "directory-followers-left", version: 1, payload: { count } });
    return accepted(null);
  },
});
