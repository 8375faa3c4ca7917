import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { isOver } from "../../model/consent/states.ts";
import { writeEndingReason } from "../../store/consent/consents.write.ts";
import { aboutConsent, wordsInput } from "./consent-inputs.ts";
import { staleDraftJob } from "./consent-jobs.ts";
import { consentOf, mayEditDraft, type ConsentRefusal } from "./consent-standing.ts";
import { proceed, stepAndProceed } from "./proceed.ts";

/**
 * Its author takes a proposal back for good, or parks it for want of time; what was said stays readable. Refuses `consent-not-now` once
 * it has ended, and what standing refuses.
 */
export const takeBackConsent = defineCommand({
  name: "decisions/take-back-consent",
  input: z.object({ ...aboutConsent, how: z.enum(["withdraw", "park"]), reason: wordsInput }),
  chain: (input) => input.communityId,
  authorise: mayEditDraft,
  async run(context, input): Promise<Result<Record<string, never>, ConsentRefusal>> {
    const known = await consentOf(context, input);
    if (known === undefined) return refused({ kind: "not-found" });
    const consent = await proceed(context, known.id, context.arrivedAt);
    if (isOver(consent.state)) return refused({ kind: "consent-not-now" });
    await writeEndingReason(context.db, consent.id, input.reason);
    await context.unschedule(staleDraftJob, consent.id);
    await stepAndProceed(context, consent, input.how);
    return accepted({});
  },
});
