import { z } from "zod";
import { serverChain } from "../../kernel/activity-log/event.ts";
import { accepted } from "../../kernel/base/result.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import { cleanName } from "../model/display-name.ts";
import { personByActor } from "../store/people.read.ts";
import { keepMetPerson } from "../store/people.write.ts";

/** The parts of a remote actor that people here need; a `RemoteActor` of the kernel fits. */
export const actorFactsInput = z.object({
  uri: z.url().max(2_000),
  handle: z.string().min(1).max(500),
  host: z.string().min(1).max(300),
  name: z.string().max(5_000),
  url: z.string().max(2_000),
});

/**
 * Makes a person of an actor that is met for the first time; a known one stays as they are. Gives the person's id.
 *
 * Whoever may act here is known by their own server's word, so nothing is asked. Look with `personByActor` first: it is cheaper.
 */
export const meetRemoteActor = defineCommand({
  name: "accounts/meet-remote-actor",
  input: actorFactsInput,
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, actor) {
    const known = await personByActor(context.db, actor.uri);
    if (known !== undefined) return accepted({ personId: known as string });
    const personId = context.ids.next<"person">();
    await keepMetPerson(context.db, {
      personId,
      identityId: context.ids.next<"identity">(),
      actor: { ...actor, name: cleanName(actor.name, actor.handle) },
      at: context.now,
    });
    context.emit({ name: "person-met", version: 1, payload: { personId, host: actor.host } });
    return accepted({ personId });
  },
});
