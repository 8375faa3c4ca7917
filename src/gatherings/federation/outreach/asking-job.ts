import { z } from "zod";
import type { Application } from "../../../kernel/application.ts";
import { jobOrigin, type DueJob, type JobDefinition } from "../../../kernel/jobs/job.ts";
import { hashOfToken, newToken } from "../../../kernel/secrets/token.ts";
import { askTarget } from "../../commands/outreach/ask-target.ts";
import { askTargetJob } from "../../commands/outreach/begin-outreach.ts";
import { prepareLetter } from "../../commands/outreach/prepare-letter.ts";
import { outreachLetter, type SendLetter } from "../../notices/outreach-letter.ts";
import { gatheringById, type Gathering } from "../../store/gatherings.read.ts";
import { targetById, type Target } from "../../store/outreach/targets.read.ts";
import type { FindContact, FoundContact } from "./find-contact.ts";

const about = z.object({ communityId: z.string(), gatheringId: z.string(), targetId: z.string() });

/** So often a server that does not answer is tried before it counts as unreachable. */
const mostAttempts = 5;

/** The ways out to those who are asked; each undefined where it is switched off. */
export interface WaysToAsk {
  readonly findContact: FindContact | undefined;
  readonly sendLetter: SendLetter;
}

/**
 * Asks one target: finds whom to ask, then lets the command decide. To other servers nothing is sent here, so that a program that is killed
 * in the middle has either asked or not; a letter that the mail server has taken may go again after a crash, with the same Message-ID.
 */
export function askingJob(ways: WaysToAsk): JobDefinition {
  return {
    kind: askTargetJob,
    // Ids differ in their last digit: sixteen servers at a time may let us wait.
    lane: (job) => `${askTargetJob}:${job.key.slice(-1)}`,
    async run(application, job) {
      const { communityId, gatheringId, targetId } = about.parse(job.payload);
      const target = await targetById(application.read, targetId);
      const gathering = await gatheringById(application.read, gatheringId);
      if (target?.state !== "asking" || gathering === undefined) return;
      const contact = await contactOf(application, ways, { gathering, target, job });
      const language = contact?.language ?? gathering.language;
      const input = { communityId, gatheringId, targetId, contact: contact === null ? null : { ...contact, language } };
      await application.execute(askTarget, input, { actor: { kind: "clock" }, origin: jobOrigin(job) });
    },
  };
}

interface Asking {
  readonly gathering: Gathering;
  readonly target: Target;
  readonly job: DueJob;
}

async function contactOf(application: Application, ways: WaysToAsk, asking: Asking): Promise<FoundContact | null> {
  const { kind, address } = asking.target;
  if (kind === "email") return writeTo(application, ways.sendLetter, asking);
  if (ways.findContact === undefined) return null;
  const found = await ways.findContact({ kind, address });
  if (found.ok) return found.value;
  if (found.refusal.kind === "unreachable" && asking.job.attempt < mostAttempts)
    throw new Error(`the server of the target ${asking.target.id} does not answer`);
  return null;
}

/** Sends the letter, and gives its address as the contact; null where no letter may or can go. */
async function writeTo(
  application: Application,
  sendLetter: SendLetter,
  { gathering, target, job }: Asking,
): Promise<FoundContact | null> {
  if (sendLetter === undefined) return null;
  const token = newToken();
  const letterHash = hashOfToken(token);
  const input = { communityId: gathering.communityId, gatheringId: gathering.id, targetId: target.id, letterHash };
  const by = { actor: { kind: "clock" }, origin: { from: "clock", key: `${askTargetJob}:${letterHash}` } } as const;
  const prepared = await application.execute(prepareLetter, input, by);
  const contact = {
    uri: `mailto:${target.address}`,
    handle: target.address,
    host: target.address.split("@").at(-1) ?? "",
    language: target.language ?? undefined,
  };
  if (!prepared.ok) return null;
  // The command that follows decides anew, and says why nobody was asked.
  if (!prepared.value.mayGo) return contact;
  try {
    await sendLetter(await outreachLetter(application, gathering, target, token));
    return contact;
  } catch (cause) {
    if (job.attempt < mostAttempts) throw cause;
    return null;
  }
}
