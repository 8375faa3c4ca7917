import { handleProblem, holderOfHandle } from "../../../communities/index.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";

/**
 * The first of these handles that nobody has had. If all of them are taken, one is made of an id, so that nobody can stop a gathering from
 * being announced by taking its names first.
 */
export async function freeHandle(context: CommandContext, handles: readonly string[]): Promise<string> {
  for (const handle of handles.filter((one) => handleProblem(one) === undefined)) {
    if ((await holderOfHandle(context.db, handle)) === undefined) return handle;
  }
  return `gathering_${context.ids.next<"handle">().replaceAll("-", "").slice(-12)}`;
}
