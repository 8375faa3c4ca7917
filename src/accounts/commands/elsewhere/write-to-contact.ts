import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { contactById } from "../../store/elsewhere/contacts.read.ts";
import { onlyPeople } from "../acting-person.ts";
import { actingActor, type NoActorYet } from "./acting-actor.ts";
import { say, wordsField, type NotSaid } from "./say.ts";

type Refusal = NoActorYet | NotSaid | { readonly kind: "sign-in-needed" | "not-found" };

/** Writes to somebody one follows or has heard from. Refuses `not-found`, `too-many` and `contact-host-blocked`. */
export const writeToContact = defineCommand({
  name: "accounts/write-to-contact",
  input: z.object({ contactId: z.string(), text: wordsField }),
  chain: () => serverChain,
  authorise: onlyPeople,
  async run(context, { contactId, text }): Promise<Result<null, Refusal>> {
    const actor = await actingActor(context);
    if (!actor.ok) return actor;
    const contact = await contactById(context.db, actor.value.id, contactId);
    if (contact === undefined) return refused({ kind: "not-found" });
    const said = await say(context, actor.value.id, contact, { text, inReplyTo: null });
    return said.ok ? accepted(null) : said;
  },
});
