import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { contactById } from "../../store/elsewhere/contacts.read.ts";
import { setFollow } from "../../store/elsewhere/contacts.write.ts";
import { onlyPeople } from "../acting-person.ts";
import { actingActor, type NoActorYet } from "./acting-actor.ts";

type Refusal = NoActorYet | { readonly kind: "sign-in-needed" | "not-found" };

/** Follows an actor elsewhere no more, or takes back having asked. Refuses `not-found`. */
export const unfollowActor = defineCommand({
  name: "accounts/unfollow-actor",
  input: z.object({ contactId: z.string() }),
  chain: () => serverChain,
  authorise: onlyPeople,
  async run(context, { contactId }): Promise<Result<null, Refusal>> {
    const actor = await actingActor(context);
    if (!actor.ok) return actor;
    const contact = await contactById(context.db, actor.value.id, contactId);
    if (contact?.followId === undefined) return refused({ kind: "not-found" });
    await setFollow(context.db, contact.id, undefined);
    const payload = { actorId: actor.value.id, uri: contact.uri, followId: contact.followId };
    context.emit({ name: "follow-ended", version: 1, payload });
    return accepted(null);
  },
});
