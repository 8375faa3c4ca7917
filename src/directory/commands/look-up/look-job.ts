import { jobOrigin, type DueJob, type JobDefinition } from "../../../kernel/jobs/job.ts";
import { schedule, type ScheduledJob } from "../../../kernel/jobs/schedule.ts";
import type { Looking } from "../../model/look-up/looking.ts";
import { entryById } from "../../store/entries.read.ts";
import { lookAtLadder } from "../ladder/look-at-ladder.ts";
import { lookAndRecord } from "./look-and-record.ts";
import { lookJob } from "./schedule-look.ts";

/**
 * Looks at one place when that is due; it is put off where no other server is asked anything. A place that has proved something is looked at
 * in the manner that was asked for then, since what it proved is judged again; every other one as a program does that goes about by itself.
 */
export function lookingJob(looking: Looking | undefined): JobDefinition {
  return {
    kind: lookJob,
    // Ids differ in their last digit: sixteen places at a time may let us wait, and looks have a bound of their own.
    lane: (job) => `${lookJob}:${job.key.slice(-1)}`,
    async run(application, job) {
      const entry = await entryById(application.read, job.key);
      if (entry?.domain === undefined) return;
      const by = { actor: { kind: "clock" }, origin: jobOrigin(job) } as const;
      await lookAtLadder(application, { entry, documentAt: looking?.documentAt }, by);
      // Where no other server is asked anything, that may change.
      if (looking === undefined) return (transaction) => schedule(transaction, [tomorrow(job, application.clock())]);
      const manner = entry.proofs.some(({ state }) => state !== "asked") ? "asked" : "by-itself";
      const recorded = await lookAndRecord({ application, looking, entry, host: entry.domain }, manner, by);
      if (typeof recorded === "string") throw new Error("too many places are being looked at");
      return undefined;
    },
  };
}

function tomorrow({ kind, key, payload }: DueJob, now: Temporal.Instant): ScheduledJob {
  return { kind, key, payload, due: now.add({ hours: 24 }) };
}
