import { z } from "zod";
import type { Application } from "../../../kernel/application.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type Command, type CommandContext } from "../../../kernel/commands/command.ts";
import { jobOrigin, type DueJob, type JobDefinition } from "../../../kernel/jobs/job.ts";
import { decisionById } from "../../store/consent/adopted.read.ts";
import { communityInput, idInput } from "../inputs.ts";
import { concludeMotion, openMotion } from "./conclude-motion.ts";
import { aboutConsent } from "./consent-inputs.ts";
import { concludeMotionJob, leadConsentOnJob, staleDraftJob, tendDecisionJob } from "./consent-jobs.ts";
import { consentOf } from "./consent-standing.ts";
import { followDecision } from "./follow-decision.ts";
import { proceed } from "./proceed.ts";

type ClockRefusal = { readonly kind: "not-found" } | { readonly kind: "only-the-clock" };

const byClock = async (context: CommandContext): Promise<ClockRefusal | undefined> =>
  context.actor.kind === "clock" ? undefined : { kind: "only-the-clock" };

/** Leads a process on when a time is over. */
const leadConsentOn = defineCommand({
  name: "decisions/lead-consent-on",
  input: z.object(aboutConsent),
  chain: (input) => input.communityId,
  authorise: byClock,
  async run(context, input): Promise<Result<{ readonly state: string }, ClockRefusal>> {
    const consent = await consentOf(context, input);
    if (consent === undefined) return refused({ kind: "not-found" });
    return accepted({ state: (await proceed(context, consent.id)).state });
  },
});

/** Concludes what the circle was asked about where a proposal goes, when its time is over. */
const concludeMotionOnTime = defineCommand({
  name: "decisions/conclude-motion",
  input: z.object(aboutConsent),
  chain: (input) => input.communityId,
  authorise: byClock,
  async run(context, input): Promise<Result<Record<string, never>, ClockRefusal>> {
    const consent = await consentOf(context, input);
    const motion = consent === undefined ? undefined : await openMotion(context, consent);
    if (consent === undefined || motion === undefined) return refused({ kind: "not-found" });
    await concludeMotion(context, consent, motion);
    return accepted({});
  },
});

/** Lets a decision begin, come to its review, be overdue or end on its days. */
const tendDecision = defineCommand({
  name: "decisions/tend-decision",
  input: z.object({ communityId: communityInput, decisionId: idInput }),
  chain: (input) => input.communityId,
  authorise: byClock,
  async run(context, input): Promise<Result<Record<string, never>, ClockRefusal>> {
    const decision = await decisionById(context.db, input.decisionId);
    if (decision?.communityId !== input.communityId) return refused({ kind: "not-found" });
    await followDecision(context, decision.id);
    return accepted({});
  },
});

/** Tells an author of a draft that lies about. */
const remindOfDraft = defineCommand({
  name: "decisions/remind-of-draft",
  input: z.object(aboutConsent),
  chain: (input) => input.communityId,
  authorise: byClock,
  async run(context, input): Promise<Result<Record<string, never>, ClockRefusal>> {
    const consent = await consentOf(context, input);
    if (consent?.state !== "draft") return refused({ kind: "not-found" });
    context.emit({
      name: "consent-draft-stale",
      version: 1,
      payload: { thread: consent.threadId, proposal: consent.id, person: consent.authorId },
    });
    return accepted({});
  },
});

const ofConsent = z.object({ communityId: z.string(), consentId: z.string() });
const ofDecision = z.object({ communityId: z.string(), decisionId: z.string() });

/** Answers that arrived before the time was over are part of what is said. */
const afterAnswers = { afterArrivals: true, lane: ({ kind, key }: DueJob) => `${kind}:${key}` } as const;

/** What the clock does for consent processes. A refusal means that things have moved on since the job was written down. */
export const consentJobs: readonly JobDefinition[] = [
  {
    kind: leadConsentOnJob,
    ...afterAnswers,
    run: (application, job) => run(application, job, leadConsentOn, ofConsent),
  },
  {
    kind: concludeMotionJob,
    ...afterAnswers,
    run: (application, job) => run(application, job, concludeMotionOnTime, ofConsent),
  },
  { kind: tendDecisionJob, run: (application, job) => run(application, job, tendDecision, ofDecision) },
  { kind: staleDraftJob, run: (application, job) => run(application, job, remindOfDraft, ofConsent) },
];

async function run(application: Application, job: DueJob, command: Command, about: z.ZodType): Promise<void> {
  await application.execute(command, about.parse(job.payload), { actor: { kind: "clock" }, origin: jobOrigin(job) });
}
