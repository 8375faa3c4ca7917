import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { contactById } from "../../store/elsewhere/contacts.read.ts";
import { setShutOut } from "../../store/elsewhere/contacts.write.ts";
import { onlyPeople } from "../acting-person.ts";
import { actingActor, type NoActorYet } from "./acting-actor.ts";

type Refusal = NoActorYet | { readonly kind: "sign-in-needed" | "not-found" };

/** Hears nothing more from somebody, and sees no more of what they said; following or writing to them lets them in again. */
export const shutOut = defineCommand({
  name: "accounts/shut-out",
  input: z.object({ contactId: z.string() }),
  chain: () => serverChain,
  authorise: onlyPeople,
  async run(context, { contactId }): Promise<Result<null, Refusal>> {
    const actor = await actingActor(context);
    if (!actor.ok) return actor;
    const contact = await contactById(context.db, actor.value.id, contactId);
    if (contact === undefined || contact.followId !== undefined) return refused({ kind: "not-found" });
    await setShutOut(context.db, contact.id, context.now);
    context.emit({ name: "contact-shut-out", version: 1, payload: { actorId: actor.value.id, contactId } });
    return accepted(null);
  },
});
