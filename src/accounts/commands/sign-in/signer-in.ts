import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { PersonId } from "../../model/person.ts";

/** The person who is signed in already and therefore adds an identity; null for a visitor, who signs in. */
export function signerIn(context: CommandContext): PersonId | null {
  return context.actor.kind === "person" ? (context.actor.personId as PersonId) : null;
}
