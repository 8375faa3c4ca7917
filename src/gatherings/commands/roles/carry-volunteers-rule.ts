import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { volunteersRule } from "../../store/roles/roles.read.ts";
import { keepVolunteersRule } from "../../store/roles/roles.write.ts";

/**
 * The next gathering takes volunteers as the one before did. The roles themselves stay behind: whose turn it might be is suggested to its
 * organisers, and nobody is asked unless they do so.
 */
export async function carryVolunteersRule(context: CommandContext, from: Gathering, to: Gathering): Promise<void> {
  await keepVolunteersRule(context.db, to.id, await volunteersRule(context.db, from.id));
}
