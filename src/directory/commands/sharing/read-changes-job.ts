import { isActorRefused } from "../../../accounts/index.ts";
import type { Subscriber } from "../../../kernel/activity-log/subscribers.ts";
import type { JobDefinition } from "../../../kernel/jobs/job.ts";
import { schedule } from "../../../kernel/jobs/schedule.ts";
import { originBounds } from "../../model/sharing/origin.ts";
import type { Sharing } from "../../model/sharing/sharing.ts";
import { originById, originsIn } from "../../store/sharing/origins.read.ts";
import { dropBlocked } from "./drop-origin.ts";
import { hearReadChanges, noteUnread } from "./hear-changes.ts";
import { readJob } from "./leave-origin.ts";

/**
 * Reads the next part of another directory's changes, from where it was heard last. Where that stops halfway, it goes on from there. It is put off
 * where no other server is asked anything.
 */
export function readingChanges(sharing: Sharing | undefined): JobDefinition {
  return {
    kind: readJob,
    lane: ({ key }) => `${readJob}:${key}`,
    async run(application, job) {
      const { read, clock, ids } = application;
      const originId = job.key;
      const origin = await originById(read, originId);
      if (origin === undefined) return;
      const by = { actor: { kind: "clock" }, origin: { from: "clock", key: `${readJob}:${ids.unordered()}` } } as const;
      if (await isActorRefused(read, { uri: origin.actorUri, host: origin.host })) {
        await application.execute(dropBlocked, { originId }, by);
        return;
      }
      if (origin.state !== "followed") return;
      const { kind, key, payload } = job;
      const tomorrow = { kind, key, payload, due: clock().add({ hours: 24 }) };
      if (sharing === undefined) return (transaction) => schedule(transaction, [tomorrow]);
      const after = origin.upTo;
      const came = await sharing.changesAfter(origin.page, after);
      if (typeof came === "string") await application.execute(noteUnread, { originId, why: came }, by);
      else await application.execute(hearReadChanges, { originId, after, ...came }, by);
      return undefined;
    },
  };
}

/** Where a server is shut out, directories that are followed are looked through: one of its is followed no more. */
export const leavingBlocked: Subscriber = {
  name: "directory/leaving-blocked",
  events: ["host-blocked"],
  handle: async ({ read, clock }) => {
    const followed = await originsIn(read, ["asked", "followed", "declined"], originBounds.followed);
    const due = clock();
    return (transaction) =>
      schedule(
        transaction,
        followed.map(({ id }) => ({ kind: readJob, key: id, due, payload: {} })),
      );
  },
};
