import { refused, type Result } from "../../../kernel/base/result.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { personActorOf, type PersonActor } from "../../store/elsewhere/person-actors.read.ts";
import { actingPerson } from "../acting-person.ts";

/** Whoever acts takes part nowhere else yet. */
export interface NoActorYet {
  readonly kind: "no-actor-yet";
}

/** The actor of the person who acts, for commands about what they do elsewhere; refuses `no-actor-yet`. */
export async function actingActor(context: CommandContext): Promise<Result<PersonActor, NoActorYet>> {
  const actor = await personActorOf(context.db, actingPerson(context));
  return actor === undefined ? refused({ kind: "no-actor-yet" }) : { ok: true, value: actor };
}
