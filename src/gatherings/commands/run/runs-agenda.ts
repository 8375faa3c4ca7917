import type { Database } from "../../../kernel/database/database.ts";
import type { AgendaBlock } from "../../model/agenda/block.ts";
import type { Role } from "../../model/roles/role.ts";
import { holdsRole } from "../../store/roles/roles.read.ts";
import type { Asking } from "../notes/participants.ts";

const rolesThatRun: readonly Role[] = ["host", "facilitator", "note-taker", "timekeeper"];

/** Whether somebody may mark every block of an agenda: those who organise, and who holds one of the roles that keep a meeting going. */
export async function runsAgenda(db: Database, gatheringId: string, asking: Asking): Promise<boolean> {
  if (asking.organises) return true;
  if (asking.personId === undefined) return false;
  for (const role of rolesThatRun) if (await holdsRole(db, gatheringId, role, asking.personId)) return true;
  return false;
}

/** Whether somebody hosts a block, and so may mark it. */
export function hostsBlock({ host }: Pick<AgendaBlock, "host">, { personId }: Asking): boolean {
  return personId !== undefined && host.personId === personId;
}
