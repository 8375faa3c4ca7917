import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { personActorOf } from "../../store/elsewhere/person-actors.read.ts";
import { keepPersonActor } from "../../store/elsewhere/person-actors.write.ts";
import { actingPerson, onlyPeople } from "../acting-person.ts";
import { typedName } from "../sign-in/sign-in-by-link.ts";

/** Gives a handle to an actor of this server, for ever, or refuses; the handles of all actors are kept by communities. */
export type ClaimHandle = (
  context: CommandContext,
  claim: { readonly handle: string; readonly actorId: string },
) => Promise<Result<{ readonly handle: string }, AnyRefusal>>;

/**
 * Gives a person an actor of their own, by which they take part on other servers. One is enough: whoever has one keeps it.
 *
 * Refuses `actor-already-open`, `name-needed`, and what claiming a handle refuses.
 */
export function openActor(claimHandle: ClaimHandle) {
  return defineCommand({
    name: "accounts/open-actor",
    input: z.object({ handle: z.string().max(100), name: typedName }),
    chain: () => serverChain,
    authorise: onlyPeople,
    async run(context, { handle, name }): Promise<Result<{ readonly handle: string }, AnyRefusal>> {
      const personId = actingPerson(context);
      if ((await personActorOf(context.db, personId)) !== undefined) return refused({ kind: "actor-already-open" });
      if (name === "") return refused({ kind: "name-needed", field: "name" });
      const actorId = context.ids.unordered<"person-actor">();
      const claimed = await claimHandle(context, { handle, actorId });
      if (!claimed.ok) return claimed;
      await keepPersonActor(context.db, { id: actorId, personId, handle: claimed.value.handle, name, at: context.now });
      context.emit({ name: "person-actor-opened", version: 1, payload: { personId, actorId } });
      return accepted({ handle: claimed.value.handle });
    },
  });
}
