import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { noticeKinds, type ChosenWays } from "../../model/notice-kinds.ts";
import type { PersonId } from "../../model/person.ts";
import { keepWays } from "../../store/contacts.write.ts";
import { chosenWays } from "../../store/contacts.read.ts";

/**
 * Somebody wants to hear nothing more: of one kind of news, or of all. The edge knows that it is they who ask: by the account that
 * replied, or by the link in their own mail.
 */
export const stopNotices = defineCommand({
  name: "accounts/stop-notices",
  input: z.object({ personId: z.string(), kind: z.enum([...noticeKinds, "all"]).default("all") }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { personId, kind }) {
    const id = personId as PersonId;
    const stopped = kind === "all" ? noticeKinds : [kind];
    const none: ChosenWays = Object.fromEntries(stopped.map((one) => [one, "none"]));
    await keepWays(context.db, id, { ...(await chosenWays(context.db, id)), ...none });
    context.emit({ name: "ways-chosen", version: 1, payload: { personId } });
    return accepted(null);
  },
});
