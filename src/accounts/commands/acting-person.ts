import type { CommandContext } from "../../kernel/commands/command.ts";
import type { PersonId } from "../model/person.ts";

/** The person who acts; a bug unless `onlyPeople` or the like has authorised the command. */
export function actingPerson(context: CommandContext): PersonId {
  if (context.actor.kind !== "person") throw new Error(`${context.actor.kind} acts where a person was expected`);
  return context.actor.personId as PersonId;
}

/** For commands about one's own things: everybody may who is signed in. */
export async function onlyPeople(context: CommandContext): Promise<{ readonly kind: "sign-in-needed" } | undefined> {
  return context.actor.kind === "person" ? undefined : { kind: "sign-in-needed" };
}
