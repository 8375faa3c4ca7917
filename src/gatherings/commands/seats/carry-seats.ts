import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { seatingOf } from "../../store/seats/seats.read.ts";
import { replaceSeating } from "../../store/seats/seats.write.ts";

/** Opens the next gathering to the same kinds of people as the one before, for the same reason. */
export async function carrySeats(context: CommandContext, from: Gathering, to: Gathering): Promise<void> {
  const { opened, reason } = await seatingOf(context.db, from);
  await replaceSeating(context.db, to.id, opened, { reason, at: context.now });
}
