import type { Database } from "../../kernel/database/database.ts";
import type { PersonId } from "../model/person.ts";
import { peopleTables } from "./people.tables.ts";

const IDS_PER_QUERY = 500;

/** The IANA zones of these people, by the id asked for; whoever never named one is left out. */
export async function zonesOfPeople(read: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const zones = new Map<string, string>();
  for (let start = 0; start < ids.length; start += IDS_PER_QUERY) {
    const wanted: readonly string[] = ids.slice(start, start + IDS_PER_QUERY);
    const rows = await peopleTables(read)
      .selectFrom("people as asked")
      .innerJoin("people as person", (join) =>
        join.on((is) => is("person.id", "=", is.fn.coalesce("asked.joined_into", "asked.id"))),
      )
      .select(["asked.id", "person.zone"])
      .where("asked.id", "in", wanted as readonly PersonId[])
      .execute();
    for (const { id, zone } of rows) if (zone !== null) zones.set(id, zone);
  }
  return zones;
}
