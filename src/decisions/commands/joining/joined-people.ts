import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";
import { countedApart, listNamed, listsOfBoth, speakForTwo } from "../../store/joining/joining.read.ts";
import { carryApart, dropApart } from "../../store/joining/joining.write.ts";
import { joinAnswers, joinOnList } from "./join-answers.ts";

/** Has two who turned out to be one stand once on each list that is open, and as they were counted on each that is closed. */
export async function joinListsOf(context: CommandContext, kept: string, joined: string): Promise<void> {
  await carryApart(context.db, { kept, joined });
  for (const listId of await listsOfBoth(context.db, { kept, joined })) {
    const list = await listNamed(context.db, listId);
    if (list === undefined) continue;
    await context.execute(joinAnswers, { communityId: list.communityId, listId, kept, joined });
  }
}

/** A proposal that opens again is answered once by each person, whatever was counted before. */
export async function joinThoseApart(context: CommandContext, proposal: Proposal): Promise<void> {
  const list = await listNamed(context.db, proposal.id);
  if (list === undefined) return;
  for (const pair of await countedApart(context.db, proposal.id)) {
    if (await speakForTwo(context.db, proposal.id, pair)) continue;
    await dropApart(context.db, proposal.id, pair);
    await joinOnList(context, list, proposal.id, pair);
  }
}
