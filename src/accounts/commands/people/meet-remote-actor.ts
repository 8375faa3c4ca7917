import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { shownName } from "../../../kernel/text/neutral.ts";
import type { ActorFacts, PersonId } from "../../model/person.ts";
import { keepActorIdentity } from "../../store/identities.write.ts";
import { personByActor } from "../../store/people.read.ts";
import { keepPerson } from "../../store/people.write.ts";

/** The parts of a remote actor that people here need; a `RemoteActor` of the kernel fits. The name is cleaned. */
export const actorFactsInput = z
  .object({
    uri: z.url().max(2_000),
    handle: z.string().min(1).max(500),
    host: z.string().min(1).max(300),
    name: z.string().max(10_000),
    url: z.string().max(2_000),
  })
  .transform((actor): ActorFacts => ({ ...actor, name: shownName(actor.name) || actor.handle }));

/**
 * Makes a person of an actor that is met for the first time; a known one stays as they are. Gives the person's id.
 *
 * Whoever acts is known by their own server's word, so nothing is asked. Look with `personByActor` first: it is cheaper.
 */
export const meetRemoteActor = defineCommand({
  name: "accounts/meet-remote-actor",
  input: actorFactsInput,
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, actor) {
    const known = await personByActor(context.db, actor.uri);
    return accepted({ personId: known ?? (await newPersonAs(context, actor, "met")) });
  },
});

/** Keeps a new person who is this actor, met through their server or signed in themselves; gives their id. */
export async function newPersonAs(
  context: CommandContext,
  actor: ActorFacts,
  by: "met" | "signed-in",
): Promise<PersonId> {
  const personId = context.ids.next<"person">();
  const person = { id: personId, name: actor.name, nameIsOwn: false, mainActorUri: actor.uri, language: null };
  await keepPerson(context.db, { ...person, at: context.now });
  const identityId = context.ids.next<"identity">();
  await keepActorIdentity(context.db, {
    id: identityId,
    personId,
    actor,
    at: context.now,
    isProven: by === "signed-in",
  });
  context.emit({ name: "person-met", version: 1, payload: { personId, host: actor.host } });
  return personId;
}
