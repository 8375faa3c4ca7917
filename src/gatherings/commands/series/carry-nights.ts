import type { CommandContext } from "../../../kernel/commands/command.ts";
import { debtAfter } from "../../model/series/night-debt.ts";
import { nightDebtOf } from "../../store/nights/night-debts.read.ts";
import { insertNightDebt } from "../../store/nights/night-debts.write.ts";
import { sessionsOf } from "../../store/sessions.read.ts";
import { zonesOnList } from "./zones-on-list.ts";

/** Carries to the next gathering how much night those before it have cost each zone of the list. */
export async function carryNights(context: CommandContext, fromId: string, toId: string): Promise<void> {
  const [before, sessions, zones] = await Promise.all([
    nightDebtOf(context.db, fromId),
    sessionsOf(context.db, fromId),
    zonesOnList(context.db, fromId),
  ]);
  const held = sessions.filter(({ cancelledAt }) => cancelledAt === undefined).map(({ time }) => time);
  await insertNightDebt(context.db, toId, debtAfter(held, zones, before));
}
