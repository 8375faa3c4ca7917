import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { isNoticeKind, noticeKinds, type ChosenWays } from "../../model/notice-kinds.ts";
import type { PersonId } from "../../model/person.ts";
import { keepWays } from "../../store/contacts.write.ts";
import { chosenWays } from "../../store/contacts.read.ts";

/** Whose news, and of which kind; of all kinds where none is named that anybody could choose a way for. */
const input = z.object({ personId: z.string(), kind: z.string().default("all") });

/**
 * Somebody wants to hear nothing more: of one kind of news, or of all. The edge knows that it is they who ask: by the account that
 * replied, or by the link in their own mail.
 */
export const stopNotices = defineCommand({
  name: "accounts/stop-notices",
  input,
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { personId, kind }) {
    const id = personId as PersonId;
    const none: ChosenWays = Object.fromEntries(kindsMeant(kind).map((one) => [one, "none"]));
    await keepWays(context.db, id, { ...(await chosenWays(context.db, id)), ...none });
    context.emit({ name: "ways-chosen", version: 1, payload: { personId } });
    return accepted(null);
  },
});

/** Somebody wants to hear again, by the account they have, of one kind of news or of all. Known as for {@link stopNotices}. */
export const startNotices = defineCommand({
  name: "accounts/start-notices",
  input,
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { personId, kind }) {
    const id = personId as PersonId;
    const meant = kindsMeant(kind);
    const chosen = Object.entries(await chosenWays(context.db, id));
    const rest: ChosenWays = Object.fromEntries(chosen.filter(([one]) => !meant.some((started) => started === one)));
    await keepWays(context.db, id, rest);
    context.emit({ name: "ways-chosen", version: 1, payload: { personId } });
    return accepted(null);
  },
});

function kindsMeant(kind: string) {
  return isNoticeKind(kind) ? [kind] : noticeKinds;
}
