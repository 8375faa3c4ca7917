import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { aboutConsent } from "./consent-inputs.ts";
import { electorIn, mayTakePart, type ConsentRefusal } from "./consent-standing.ts";
import { giveTime } from "./proceed.ts";

/** "I need time": two days more, once in each consent round. Refuses `time-already-given`, and as {@link electorIn} does. */
export const askForTime = defineCommand({
  name: "decisions/ask-for-time",
  input: z.object(aboutConsent),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(
    context,
    input,
  ): Promise<Result<Record<string, never>, ConsentRefusal | { readonly kind: "time-already-given" }>> {
    const acting = await electorIn(context, input, ["consent"]);
    if (!acting.ok) return acting;
    if (acting.value.consent.timeGiven) return refused({ kind: "time-already-given" });
    await giveTime(context, acting.value.consent);
    return accepted({});
  },
});
