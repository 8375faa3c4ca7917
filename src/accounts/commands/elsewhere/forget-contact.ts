import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { dropContactEverywhere } from "../../store/elsewhere/contacts.write.ts";
import { dropPostsOf } from "../../store/elsewhere/posts.write.ts";

/** An actor elsewhere is gone: nobody here follows it any more, and what it said goes. */
export const forgetContact = defineCommand({
  name: "accounts/forget-contact",
  input: z.object({ uri: z.url().max(2_000) }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { uri }) {
    await letGoOfContact(context, uri);
    return accepted(null);
  },
});

/** What {@link forgetContact} does, inside another command. */
export async function letGoOfContact(context: CommandContext, uri: string): Promise<void> {
  await dropContactEverywhere(context.db, uri);
  await dropPostsOf(context.db, uri);
}
