import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { operatorLinkLasts } from "../../model/lifetimes.ts";
import { keepOperatorLink } from "../../store/server.write.ts";
import { hash } from "../sign-in/start-session.ts";

/** Makes a link good by which one person may take charge of the server, once, within a day; older links are worth nothing then. */
export const makeOperatorLink = defineCommand({
  name: "accounts/make-operator-link",
  input: z.object({ tokenHash: hash }),
  chain: () => serverChain,
  authorise: async (context) => (context.actor.kind === "server" ? undefined : { kind: "not-allowed" as const }),
  async run(context, { tokenHash }): Promise<Result<null, { readonly kind: "not-allowed" }>> {
    await keepOperatorLink(context.db, tokenHash, context.now.add(operatorLinkLasts));
    context.emit({ name: "operator-link-made", version: 1, payload: {} });
    return accepted(null);
  },
});
