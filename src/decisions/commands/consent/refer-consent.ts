import { z } from "zod";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { writeEndingReason } from "../../store/consent/consents.write.ts";
import { aboutConsent } from "./consent-inputs.ts";
import { actingIn, mustFacilitate, type ConsentRefusal } from "./consent-standing.ts";
import { stepAndProceed } from "./proceed.ts";

/**
 * A facilitator refers a proposal that does not lie in the circle's domain, and says where to. Only before the rounds begin: from then on
 * the circle says where it goes. Refuses `consent-not-now`, and what standing refuses.
 */
export const referConsent = defineCommand({
  name: "decisions/refer-consent",
  input: z.object({ ...aboutConsent, reason: z.string().trim().min(1).max(2_000) }),
  chain: (input) => input.communityId,
  authorise: mustFacilitate,
  async run(context, input): Promise<Result<Record<string, never>, ConsentRefusal>> {
    const acting = await actingIn(context, input, ["present"]);
    if (!acting.ok) return acting;
    await writeEndingReason(context.db, acting.value.consent.id, input.reason);
    await stepAndProceed(context, acting.value.consent, "refer");
    return accepted({});
  },
});
