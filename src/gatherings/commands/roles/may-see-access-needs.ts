import { describePerson } from "../../../accounts/index.ts";
import { isBlocked } from "../../../communities/index.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { holdsRole } from "../../store/roles/roles.read.ts";

/** Whether somebody may read the access needs that people told a gathering: its access steward alone, not even its organisers. */
export async function maySeeAccessNeeds(
  read: Database,
  gathering: Pick<Gathering, "id" | "communityId">,
  personId: string,
): Promise<boolean> {
  if (!(await holdsRole(read, gathering.id, "access-steward", personId))) return false;
  const host = (await describePerson(read, personId))?.host;
  return !(await isBlocked(read, gathering.communityId, { personId, host }));
}
