import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { refreshActor } from "../../store/identities.write.ts";
import { actorFactsInput } from "./meet-remote-actor.ts";

/** Takes over what a known actor now says of itself: its name, handle and page. Of unknown ones nothing is kept. */
export const refreshRemoteActor = defineCommand({
  name: "accounts/refresh-remote-actor",
  input: actorFactsInput,
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, actor) {
    await refreshActor(context.db, actor);
    return accepted(null);
  },
});
