import { z } from "zod";
import type { ScheduledJob } from "../../../kernel/jobs/schedule.ts";
import { newsKinds } from "../../model/outlets/outlet.ts";

export const tellOutletJob = "gatherings/tell-outlet";

/** One thing to be told to one outlet. */
export const toTell = z.object({
  communityId: z.string(),
  gatheringId: z.string(),
  outletId: z.string(),
  /** Of the outlet, whose host is asked one thing after the other. */
  origin: z.string(),
  /** What it is told of: an event's id, or the instant of a test. With the outlet it names the message for good. */
  cause: z.string(),
  kind: z.enum([...newsKinds, "test"]),
  /** Empty for a test, whose words are found when it is sent. */
  text: z.string(),
  /** When it happened. */
  at: z.string(),
  /** After this nobody wants to hear of it any more. */
  until: z.string().nullable(),
});
export type ToTell = z.infer<typeof toTell>;

/** The job of telling it, at once or at `due`. */
export function sendingJob(told: ToTell, due = Temporal.Instant.from(told.at)): ScheduledJob {
  return { kind: tellOutletJob, key: `${told.outletId}/${told.cause}`, due, payload: told };
}
