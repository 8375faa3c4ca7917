import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { PersonId } from "../../model/person.ts";
import { contactsOf } from "../../store/elsewhere/contacts.read.ts";
import { personActorOf } from "../../store/elsewhere/person-actors.read.ts";
import { dropPostsTo } from "../../store/elsewhere/posts.write.ts";
import { emptyPersonActor, handPersonActorTo } from "../../store/elsewhere/person-actors.write.ts";

/**
 * Ends the actor of a person who leaves, inside the command by which they do: other servers that know it are told, its URI answers
 * that it is gone, and its handle is nobody else's. Gives what must vanish from the log with it.
 */
export async function closeActor(context: CommandContext, personId: PersonId): Promise<readonly string[]> {
  const actor = await personActorOf(context.db, personId);
  if (actor === undefined) return [];
  const told = (await contactsOf(context.db, actor.id)).map(({ uri }) => uri);
  await dropPostsTo(context.db, actor.id);
  await emptyPersonActor(context.db, actor.id, context.now);
  context.emit({ name: "person-actor-closed", version: 1, payload: { actorId: actor.id, told } });
  return [actor.id];
}

/** Two turned out to be one person: the actor of either is theirs; where both have one, that of `joined` ends. */
export async function joinActors(context: CommandContext, kept: PersonId, joined: PersonId): Promise<void> {
  const actor = await personActorOf(context.db, joined);
  if (actor === undefined) return;
  if ((await personActorOf(context.db, kept)) === undefined) await handPersonActorTo(context.db, actor.id, kept);
  else await closeActor(context, joined);
}
