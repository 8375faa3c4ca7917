import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { sessionLasts } from "../../model/lifetimes.ts";
import { touchSession as touch } from "../../store/sessions.write.ts";
import { hash } from "./start-session.ts";

/** Writes down that a session is in use, so that it goes on. */
export const touchSession = defineCommand({
  name: "accounts/touch-session",
  input: z.object({ tokenHash: hash }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { tokenHash }) {
    await touch(context.db, tokenHash, context.now, context.now.add(sessionLasts));
    return accepted(null);
  },
});
