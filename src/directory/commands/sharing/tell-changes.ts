import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import type { Subscriber } from "../../../kernel/activity-log/subscribers.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { JobDefinition } from "../../../kernel/jobs/job.ts";
import { schedule } from "../../../kernel/jobs/schedule.ts";
import { isOurOwn } from "../../model/sharing/own-changes.ts";
import { changesAfter } from "../../store/open-data/changes.read.ts";
import { countFollowers, lastChange, toldSoFar } from "../../store/sharing/followers.read.ts";
import { keepTold } from "../../store/sharing/followers.write.ts";
import { mustNotBeAForm, type SharingRefusal } from "./sharing-guards.ts";

const tellJob = "directory/tell-changes";
const everything = "everything";

/** So many changes are told at once. */
export const toldAtOnce = 20;

/** Of more changes than this it is only told that there are some: whoever follows reads them in the feed, as fast as they like. */
const MOST_SENT = 200;

/**
 * Tells those who follow this directory what changed since it was last looked, part by part. What it heard from others it does not pass on.
 * Where nobody follows, there is nobody to tell.
 */
const tellChanges = defineCommand({
  name: "directory/tell-changes",
  input: z.object({}),
  chain: () => serverChain,
  authorise: mustNotBeAForm,
  async run(context): Promise<Result<null, SharingRefusal>> {
    const { db, now } = context;
    const last = await lastChange(db);
    const { lookedAt, sent } = await toldSoFar(db);
    if (last <= lookedAt) return accepted(null);
    if ((await countFollowers(db)) === 0) {
      await keepTold(db, "told", last);
      await keepTold(db, "sent", last);
      return accepted(null);
    }
    if (last - lookedAt > MOST_SENT) {
      await keepTold(db, "told", last);
      await keepTold(db, "sent", last);
      const payload = { after: last, from: last, upTo: last };
      context.emit({ name: "directory-changes-told", version: 1, payload });
      return accepted(null);
    }
    const changes = await changesAfter(db, lookedAt, toldAtOnce);
    const upTo = changes.length < toldAtOnce ? last : (changes.at(-1)?.number ?? last);
    await keepTold(db, "told", upTo);
    if (changes.some(isOurOwn)) {
      await keepTold(db, "sent", upTo);
      const payload = { after: sent, from: lookedAt, upTo };
      context.emit({ name: "directory-changes-told", version: 1, payload });
    }
    if (upTo < last) await context.schedule({ kind: tellJob, key: everything, due: now, payload: {} });
    return accepted(null);
  },
});

/** Tells of changes when there are some. */
export const tellingChanges: JobDefinition = {
  kind: tellJob,
  async run(application) {
    // Whatever is new when it runs is told: each time is another act.
    const key = `${tellJob}:${application.ids.unordered()}`;
    await application.execute(tellChanges, {}, { actor: { kind: "clock" }, origin: { from: "clock", key } });
  },
};

/** After whatever changes the directory there may be something to tell. */
export const changesToTell: Subscriber = {
  name: "directory/changes-to-tell",
  events: [
    "directory-entry-added",
    "directory-entry-described",
    "directory-claim-withdrawn",
    "directory-entry-removed",
    "directory-list-taken-over",
    "directory-long-list-begun",
    "directory-place-looked-at",
    "directory-suggestion-accepted",
  ],
  handle: async (_application, event) => (transaction) =>
    schedule(transaction, [{ kind: tellJob, key: everything, due: event.at, payload: {} }]),
};
