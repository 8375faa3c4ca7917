import { claimHandle } from "../../../communities/index.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { GatheringId } from "../../model/gathering.ts";
import { insertGathering } from "../../store/gatherings.write.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { carryAgenda } from "../agenda/carry-agenda.ts";
import { carryQuestions } from "../questions/carry-questions.ts";
import { carrySeats } from "../seats/carry-seats.ts";
import { carryVolunteersRule } from "../roles/carry-volunteers-rule.ts";
import { copyList } from "../../store/interest.write.ts";
import { copyOutlets } from "../outlets/keep-outlets.ts";
import { roomOf } from "../../store/room/rooms.read.ts";
import { putRoom } from "../../store/room/rooms.write.ts";

/** What the next gathering is called. */
export interface NextGathering {
  readonly handle: string;
  readonly title: string;
  readonly purpose: string;
}

export type ClaimRefusal = Extract<Awaited<ReturnType<typeof claimHandle.run>>, { readonly ok: false }>["refusal"];

/**
 * A new gathering after the manner of an earlier one: its texts, seats, questions, room, outlets and organiser, the frame of its agenda, how it takes
 * volunteers, and the list of those who want to hear of it. It has no date yet. Refuses what claiming a handle refuses.
 */
export async function copyGathering(
  context: CommandContext,
  from: Gathering,
  next: NextGathering,
): Promise<Result<Gathering, ClaimRefusal>> {
  const id: GatheringId = context.ids.next<"gathering">();
  const { handle, title, purpose } = next;
  const claimed = await context.execute(claimHandle, { handle, actorId: id, communityId: from.communityId });
  if (!claimed.ok) return claimed as Result<never, ClaimRefusal>;
  const gathering: Gathering = {
    ...from,
    id,
    handle,
    title,
    purpose,
    state: "idea",
    announcedAt: context.now,
    changedAt: context.now,
    reason: "",
  };
  await insertGathering(context.db, gathering);
  await copyList(context.db, from.id, id, context.now);
  const room = await roomOf(context.db, from.id);
  if (room !== undefined) await putRoom(context.db, id, room);
  context.emit({ name: "gathering-announced", version: 1, payload: { gathering: id, after: from.id } });
  await carrySeats(context, from, gathering);
  await carryQuestions(context, from, gathering);
  await carryAgenda(context, from, gathering);
  await carryVolunteersRule(context, from, gathering);
  await copyOutlets(context, from, gathering);
  return accepted(gathering);
}
