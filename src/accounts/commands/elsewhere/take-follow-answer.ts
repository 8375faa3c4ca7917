import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { answerFollow } from "../../store/elsewhere/contacts.write.ts";

/** Another server answers a wish to follow, or lets a follower go later. Only the one who was asked can answer. */
export const takeFollowAnswer = defineCommand({
  name: "accounts/take-follow-answer",
  input: z.object({ followId: z.string().max(100), uri: z.url().max(2_000), state: z.enum(["accepted", "refused"]) }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { followId, uri, state }) {
    const isAnswer = await answerFollow(context.db, { followId, uri, state });
    if (isAnswer) context.emit({ name: "follow-answered", version: 1, payload: { followId, state } });
    return accepted(null);
  },
});
