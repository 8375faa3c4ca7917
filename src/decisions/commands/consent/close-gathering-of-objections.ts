import { z } from "zod";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { aboutConsent } from "./consent-inputs.ts";
import { actingIn, mustFacilitate, type ConsentRefusal } from "./consent-standing.ts";
import { stepAndProceed } from "./proceed.ts";

/** A facilitator says that all objections are gathered; now the circle tests them. Refuses `consent-not-now`, and what standing refuses. */
export const closeGatheringOfObjections = defineCommand({
  name: "decisions/close-gathering-of-objections",
  input: z.object(aboutConsent),
  chain: (input) => input.communityId,
  authorise: mustFacilitate,
  async run(context, input): Promise<Result<Record<string, never>, ConsentRefusal>> {
    const acting = await actingIn(context, input, ["objections"]);
    if (!acting.ok) return acting;
    await stepAndProceed(context, acting.value.consent, "to-test");
    return accepted({});
  },
});
