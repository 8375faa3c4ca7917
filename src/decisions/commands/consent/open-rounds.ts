import { z } from "zod";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { aboutConsent } from "./consent-inputs.ts";
import { actingIn, mustFacilitate, type ConsentRefusal } from "./consent-standing.ts";
import { stepAndProceed } from "./proceed.ts";

/** A facilitator opens the rounds of a proposal that lies in the circle's domain. Refuses `consent-not-now`, and what standing refuses. */
export const openRounds = defineCommand({
  name: "decisions/open-rounds",
  input: z.object(aboutConsent),
  chain: (input) => input.communityId,
  authorise: mustFacilitate,
  async run(context, input): Promise<Result<Record<string, never>, ConsentRefusal>> {
    const acting = await actingIn(context, input, ["present"]);
    if (!acting.ok) return acting;
    await stepAndProceed(context, acting.value.consent, "open-rounds");
    return accepted({});
  },
});
