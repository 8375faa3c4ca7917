import type { CommandContext } from "../../../kernel/commands/command.ts";
import { isOperator } from "../../store/people.read.ts";

/** Why somebody may not decide for the whole server. */
export type OperatorsOnly = { readonly kind: "not-allowed" };

/** For commands about the whole server: its operators may, and whoever holds its command line. */
export async function onlyOperators(context: CommandContext): Promise<OperatorsOnly | undefined> {
  if (context.actor.kind === "server") return undefined;
  if (context.actor.kind === "person" && (await isOperator(context.db, context.actor.personId))) return undefined;
  return { kind: "not-allowed" };
}
