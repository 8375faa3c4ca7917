import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { bounds } from "../../model/elsewhere/bounds.ts";
import { mayBeFollowed } from "../../model/elsewhere/contact.ts";
import { contactByUri } from "../../store/elsewhere/contacts.read.ts";
import { dropStrangersBeyond } from "../../store/elsewhere/contacts.write.ts";
import { onlyPeople } from "../acting-person.ts";
import { actingActor, type NoActorYet } from "./acting-actor.ts";
import { contactInput, knownContact } from "./contact-input.ts";
import { say, wordsField, type NotSaid } from "./say.ts";

type Refusal =
  | NoActorYet
  | NotSaid
  | { readonly kind: "sign-in-needed" }
  | { readonly kind: "no-microblog"; readonly field: "to" };

/**
 * Writes to a community, a gathering, or another server itself: a sign-in code, or "add me". People who never wrote first are not
 * written to from here.
 *
 * Refuses `no-microblog`, `too-many` and `contact-host-blocked`.
 */
export const writeToActor = defineCommand({
  name: "accounts/write-to-actor",
  input: z.object({ to: contactInput, text: wordsField }),
  chain: () => serverChain,
  authorise: onlyPeople,
  async run(context, { to, text }): Promise<Result<{ readonly contactId: string }, Refusal>> {
    const actor = await actingActor(context);
    if (!actor.ok) return actor;
    const isKnown = (await contactByUri(context.db, actor.value.id, to.uri)) !== undefined;
    if (!isKnown && !mayBeFollowed(to.type)) return refused({ kind: "no-microblog", field: "to" });
    const contact = await knownContact(context, actor.value.id, to);
    const said = await say(context, actor.value.id, contact, { text, inReplyTo: null });
    if (!said.ok) return said;
    await dropStrangersBeyond(context.db, actor.value.id, bounds.strangers);
    return accepted({ contactId: contact.id });
  },
});
