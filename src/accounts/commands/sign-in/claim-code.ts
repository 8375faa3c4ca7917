import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { hashOfToken } from "../../../kernel/secrets/token.ts";
import { limits } from "../../model/limits.ts";
import { claimCode as claim } from "../../store/sign-in.write.ts";
import { actorFactsInput } from "../people/meet-remote-actor.ts";
import { hash } from "./start-session.ts";
import { withinLimits } from "./within-limits.ts";

/**
 * Somebody sent a code by direct message: the browser that shows it may go on as them. The first who sends it counts.
 *
 * It accepts also what leads nowhere and says so (`unknown`, `too-many`), since a refusal would undo the counting.
 */
export const claimCode = defineCommand({
  name: "accounts/claim-code",
  input: z.object({ codeHash: hash, actor: actorFactsInput }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { codeHash, actor }) {
    const isWithin = await withinLimits(context, [
      { limit: limits.codesFromActor, of: actor.uri },
      { limit: limits.codesFromHost, of: actor.host },
    ]);
    if (!isWithin) return accepted("too-many" as const);
    const shownBy = await claim(context.db, codeHash, actor, context.now);
    if (shownBy === undefined) return accepted("unknown" as const);
    context.emit({ name: "sign-in-code-arrived", version: 1, payload: { page: hashOfToken(shownBy) } });
    return accepted("claimed" as const);
  },
});
