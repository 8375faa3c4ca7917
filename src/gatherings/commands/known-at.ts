import { isMember, isSteward } from "../../communities/index.ts";
import type { CommandContext } from "../../kernel/commands/command.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { Gathering } from "../store/gatherings.read.ts";
import { interestOf } from "../store/interest.read.ts";
import { rsvpsOfPerson } from "../store/sessions.read.ts";

/** Whether somebody belongs to a gathering: on its list, answered it, organises it, or a member of its community. */
export async function isKnownAt(
  db: Database,
  gathering: Pick<Gathering, "id" | "communityId" | "organiserId">,
  personId: string,
): Promise<boolean> {
  if (personId === gathering.organiserId) return true;
  if ((await interestOf(db, gathering.id, personId)) === "on-list") return true;
  if (await isMember(db, gathering.communityId, personId)) return true;
  return (await rsvpsOfPerson(db, gathering.id, personId)).size > 0;
}

/** Whether somebody organises a gathering: whoever announced it, and the community's stewards. */
export async function organises(db: Database, gathering: Gathering, personId: string): Promise<boolean> {
  return personId === gathering.organiserId || (await isSteward(db, gathering.communityId, personId));
}

/** What day it is by the clock of a gathering. */
export function todayAt(
  context: Pick<CommandContext, "arrivedAt">,
  { zone }: Pick<Gathering, "zone">,
): Temporal.PlainDate {
  return context.arrivedAt.toZonedDateTimeISO(zone).toPlainDate();
}
