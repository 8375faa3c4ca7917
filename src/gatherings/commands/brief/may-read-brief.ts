import { describePerson } from "../../../accounts/index.ts";
import { isBlocked } from "../../../communities/index.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { roleHoldersOf } from "../../store/roles/roles.read.ts";

/** Whether somebody holds any role at a gathering, and so may read its brief and enter its room, unless its community keeps them out. */
export async function hasPartIn(
  read: Database,
  gathering: Pick<Gathering, "id" | "communityId">,
  personId: string,
): Promise<boolean> {
  const holders = await roleHoldersOf(read, gathering.id);
  if (!holders.some((part) => part.personId === personId)) return false;
  const host = (await describePerson(read, personId))?.host;
  return !(await isBlocked(read, gathering.communityId, { personId, host }));
}
