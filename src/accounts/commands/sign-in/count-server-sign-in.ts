import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { limits } from "../../model/limits.ts";
import { isHostBlocked } from "../../store/server.read.ts";
import { ofAddress, ofEveryone, withinLimits } from "./within-limits.ts";

/** Counts that somebody wants to sign in at a server, before this server asks anything of that one; says whether it may. */
export const countServerSignIn = defineCommand({
  name: "accounts/count-server-sign-in",
  input: z.object({ address: z.string().max(100), host: z.string().max(300) }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { address, host }) {
    if (await isHostBlocked(context.db, host)) return accepted("blocked" as const);
    const isWithin = await withinLimits(context, [
      ofAddress(limits.serverSignInsOfAddress, address),
      { limit: limits.serverSignInsAtServer, of: host.toLowerCase() },
      ofEveryone(limits.serverSignInsOfEveryone),
    ]);
    return accepted(isWithin ? ("allowed" as const) : ("too-many" as const));
  },
});
