import { zonesOfPeople } from "../../../accounts/index.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { ZoneGroup } from "../../model/night.ts";
import { interestedPeople } from "../../store/interest.read.ts";

/** So many of those on the list are asked for their zones; the night of more is shared out as theirs is. */
const MOST_WEIGHED = 2_000;

/** Where those on the list of a gathering live, as far as they said. */
export async function zonesOnList(db: Database, gatheringId: string): Promise<readonly ZoneGroup[]> {
  const people = await interestedPeople(db, gatheringId, { after: "", limit: MOST_WEIGHED });
  const counts = new Map<string, number>();
  for (const zone of (await zonesOfPeople(db, people)).values()) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  return [...counts].map(([zone, count]) => ({ zone, people: count }));
}
