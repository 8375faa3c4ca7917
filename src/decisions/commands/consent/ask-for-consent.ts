import { z } from "zod";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { aboutConsent } from "./consent-inputs.ts";
import { actingIn, mustBeAuthor, type ConsentRefusal } from "./consent-standing.ts";
import { stepAndProceed } from "./proceed.ts";

/** The author asks the circle for its consent to the present version. Refuses `consent-not-now`, and what standing refuses. */
export const askForConsent = defineCommand({
  name: "decisions/ask-for-consent",
  input: z.object(aboutConsent),
  chain: (input) => input.communityId,
  authorise: mustBeAuthor,
  async run(context, input): Promise<Result<Record<string, never>, ConsentRefusal>> {
    const acting = await actingIn(context, input, ["amend"]);
    if (!acting.ok) return acting;
    await stepAndProceed(context, acting.value.consent, "to-consent");
    return accepted({});
  },
});
