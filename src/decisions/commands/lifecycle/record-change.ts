import type { CommandContext } from "../../../kernel/commands/command.ts";
import { changesOf, type ProposalChange } from "../../store/lifecycle/lives.read.ts";
import { insertChange } from "../../store/lifecycle/lives.write.ts";

/** Keeps what changed a closing time, after the changes before it. Gives its place. */
export async function recordChange(
  context: CommandContext,
  proposalId: string,
  change: Omit<ProposalChange, "place" | "at">,
): Promise<number> {
  const place = (await changesOf(context.db, proposalId)).length;
  await insertChange(context.db, proposalId, { ...change, place, at: context.now });
  return place;
}
