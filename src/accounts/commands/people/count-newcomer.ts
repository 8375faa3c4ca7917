import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { limits } from "../../model/limits.ts";
import { ofEveryone, withinLimits } from "../sign-in/within-limits.ts";

/**
 * Counts somebody who is about to be met for the first time through their server, and says whether there is room for them today: a
 * server can invent as many accounts as it likes, and anybody as many servers.
 */
export const countNewcomer = defineCommand({
  name: "accounts/count-newcomer",
  input: z.object({ host: z.string().max(300) }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { host }) {
    // Everyone first: whoever invents servers is not counted for each of them once there is no room.
    const hasRoom = await withinLimits(context, [
      ofEveryone(limits.newcomersOfEveryone),
      { limit: limits.newcomersOfHost, of: host.toLowerCase() },
    ]);
    return accepted({ hasRoom });
  },
});
