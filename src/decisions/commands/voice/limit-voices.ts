import { z } from "zod";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { mostVoicesEver } from "../../model/voice/handed-voices.ts";
import { writeMostVoices } from "../../store/voice/handed.write.ts";
import { communityInput } from "../inputs.ts";
import type { StandingRefusal } from "../standing.ts";
import { mustTendCommunity } from "./voice-standing.ts";

/**
 * Stewards say how many voices somebody holds at most. Those in force stay until they run out; at 0 none of them counts any more, and
 * none can be handed over.
 */
export const limitVoices = defineCommand({
  name: "decisions/limit-voices",
  input: z.object({ communityId: communityInput, most: z.coerce.number().int().min(0).max(mostVoicesEver) }),
  chain: (input) => input.communityId,
  authorise: mustTendCommunity,
  async run(
    context,
    input,
  ): Promise<Result<{ readonly most: number }, StandingRefusal | { readonly kind: "only-stewards" }>> {
    await writeMostVoices(context.db, input.communityId, input.most);
    context.emit({ name: "voices-limited", version: 1, payload: { most: input.most } });
    return accepted({ most: input.most });
  },
});
