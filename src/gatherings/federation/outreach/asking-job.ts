import { z } from "zod";
import { jobOrigin, type DueJob, type JobDefinition } from "../../../kernel/jobs/job.ts";
import { askTarget } from "../../commands/outreach/ask-target.ts";
import { askTargetJob } from "../../commands/outreach/begin-outreach.ts";
import { gatheringById } from "../../store/gatherings.read.ts";
import { targetById } from "../../store/outreach/targets.read.ts";
import type { FindContact } from "./find-contact.ts";

const about = z.object({ communityId: z.string(), gatheringId: z.string(), targetId: z.string() });

/** So often a server that does not answer is tried before it counts as unreachable. */
const mostAttempts = 5;

/**
 * Asks one target: finds whom to ask, then lets the command decide. Nothing is sent here, so that a program that is killed in the middle
 * has either asked or not; `findContact` is undefined with federation switched off.
 */
export function askingJob(findContact: FindContact | undefined): JobDefinition {
  return {
    kind: askTargetJob,
    // Ids differ in their last digit: sixteen servers at a time may let us wait.
    lane: (job) => `${askTargetJob}:${job.key.slice(-1)}`,
    async run(application, job) {
      const { communityId, gatheringId, targetId } = about.parse(job.payload);
      const target = await targetById(application.read, targetId);
      if (target?.state !== "asking") return;
      const gathering = await gatheringById(application.read, gatheringId);
      const contact = await contactOf(findContact, target, job);
      const language = contact?.language ?? gathering?.language ?? "en";
      const input = { communityId, gatheringId, targetId, contact: contact === null ? null : { ...contact, language } };
      await application.execute(askTarget, input, { actor: { kind: "clock" }, origin: jobOrigin(job) });
    },
  };
}

async function contactOf(findContact: FindContact | undefined, target: Parameters<FindContact>[0], job: DueJob) {
  if (findContact === undefined) return null;
  const found = await findContact(target);
  if (found.ok) return found.value;
  if (found.refusal.kind === "unreachable" && job.attempt < mostAttempts)
    throw new Error(`the server of the target ${job.key} does not answer`);
  return null;
}
