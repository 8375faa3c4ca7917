import { peopleByHandle } from "../../../accounts/index.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { handlesIn } from "../../model/threads/mentions.ts";
import { insertMentions } from "../../store/threads/voices.write.ts";
import { actingPerson } from "../standing.ts";

/** Writes down whom a post written here names by their handles, as far as this server has met them. */
export async function namePeople(context: CommandContext, postId: string, text: string): Promise<void> {
  const people = await peopleByHandle(context.db, handlesIn(text));
  await insertMentions(
    context.db,
    postId,
    people.filter((person) => person !== actingPerson(context)),
  );
}
