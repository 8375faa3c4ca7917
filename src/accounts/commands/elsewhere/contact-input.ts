import { z } from "zod";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { shownName } from "../../../kernel/text/neutral.ts";
import { contactByUri, type Contact } from "../../store/elsewhere/contacts.read.ts";
import { keepContact, type ContactFacts } from "../../store/elsewhere/contacts.write.ts";

/** The parts of a remote actor by which people here know it; a `RemoteActor` of the kernel fits. The name is cleaned. */
export const contactInput = z
  .object({
    uri: z.url().max(2_000),
    handle: z.string().min(1).max(500),
    host: z.string().min(1).max(300),
    name: z.string().max(10_000),
    url: z.string().max(2_000),
    type: z.string().min(1).max(50),
  })
  .transform((actor): ContactFacts => ({ ...actor, name: shownName(actor.name) || actor.handle }));

/** The actor among those a person's actor knows; it is known from now on if it was not. */
export async function knownContact(context: CommandContext, actor: string, facts: ContactFacts): Promise<Contact> {
  const known = await contactByUri(context.db, actor, facts.uri);
  if (known !== undefined) return known;
  const id = context.ids.unordered<"contact">();
  await keepContact(context.db, { ...facts, id, actor, at: context.now });
  return { ...facts, id, followId: undefined, follow: undefined, followedAt: undefined, isShutOut: false };
}
