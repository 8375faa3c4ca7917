import { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import type { Database } from "../../src/kernel/database/database.ts";
import { openDatabase } from "../../src/kernel/database/open-database.ts";
import { personByActor } from "../../src/accounts/index.ts";
import { gatheringTables } from "../../src/gatherings/store/gatherings.tables.ts";
import { interestOf } from "../../src/gatherings/store/interest.read.ts";
import { logTables } from "../../src/kernel/activity-log/log.tables.ts";
import { queueTables } from "../../src/kernel/federation/queue/queue.tables.ts";
import type { League } from "./league.ts";
import type { Place } from "./place.ts";

/** Opens the records of a place beside its server, and closes them after a look. */
export async function lookInto<Seen>(place: Place, look: (read: Database) => Promise<Seen>): Promise<Seen> {
  const handle = openDatabase(place.configuration.database);
  try {
    return await look(handle.read);
  } finally {
    await handle.close();
  }
}

/** The handles of the gatherings that were announced, one for each entry of the log: one announced twice would stand here twice. */
export async function announcedHandles(read: Database): Promise<readonly string[]> {
  const rows = await gatheringTables(read).selectFrom("gatherings").select(["handle"]).execute();
  const entries = await logTables(read)
    .selectFrom("log_entries")
    .select("sequence")
    .where("event", "=", "gathering-announced")
    .execute();
  if (entries.length !== rows.length)
    throw new Error(`${rows.length} gatherings, but ${entries.length} entries in the log`);
  return rows.map((row) => row.handle);
}

/** Which of these actors have been put on the list of interest, and which still wait in the queue of what was taken in. */
export async function followersKept(read: Database, league: League, actors: readonly string[]) {
  const waiting = new Set(
    (await queueTables(read).selectFrom("queue_messages").select("key").execute()).map(({ key }) => key),
  );
  const onList: string[] = [];
  const queued: string[] = [];
  for (const actor of actors) {
    const person = await personByActor(read, actor);
    const standing = person === undefined ? "never" : await interestOf(read, league.gatheringId, person);
    if (standing === "on-list") onList.push(actor);
    else if (waiting.has(`${actor}#follow`)) queued.push(actor);
  }
  return { onList, queued };
}

/** How many entries the log has of an event. */
export async function entriesOf(read: Database, event: string): Promise<number> {
  return (await logTables(read).selectFrom("log_entries").select("sequence").where("event", "=", event).execute())
    .length;
}

/** What waits to be done, for somebody who looks for why it is not: of each kind how many, with the first that failed. */
export async function leftToDo(read: Database) {
  const left: Record<string, unknown> = {};
  for (const table of ["queue_messages", "deliveries", "jobs"]) {
    const { rows } = await sql`
      select count(*) as waiting, count(leased_until) as leased, count(given_up_at) as given_up, max(attempts) as most_attempts,
        max(last_error) as an_error from ${sql.table(table)}`.execute(read);
    left[table] = rows[0];
  }
  const { rows: kinds } = await sql`select kind, count(*) as waiting from jobs group by kind order by kind`.execute(
    read,
  );
  return { ...left, kinds };
}

/** What SQLite's own check of the file says; "ok" when nothing is wrong. */
export function integrityOf(place: Place): string {
  const { database } = place.configuration;
  if (database.kind !== "sqlite") return "ok";
  const file = new DatabaseSync(database.file, { readOnly: true, timeout: 5000 });
  try {
    return String(file.prepare("PRAGMA integrity_check").get()?.["integrity_check"]);
  } finally {
    file.close();
  }
}
