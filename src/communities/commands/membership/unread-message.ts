import { z } from "zod";
import { refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { communityIdField } from "../fields.ts";
import { actingPerson, levelAgainst } from "../guards.ts";

/** No human reads what is written to a community's actor, and the program did not understand it. */
export interface UnreadMessage extends AnyRefusal {
  readonly kind: "unread-message" | "kept-out";
}

/** Somebody wrote to a community what it cannot read: nothing changes, and the refusal tells them what it can. */
export const unreadMessage = defineCommand({
  name: "communities/unread-message",
  input: z.object({ communityId: communityIdField }),
  chain: ({ communityId }) => communityId,
  authorise: async (): Promise<UnreadMessage | undefined> => undefined,
  async run(context, { communityId }): Promise<Result<never, UnreadMessage>> {
    const person = actingPerson(context);
    const level = person === undefined ? undefined : await levelAgainst(context, communityId, person);
    return refused({ kind: level === "block" ? "kept-out" : "unread-message" });
  },
});
