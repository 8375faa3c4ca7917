import type { Database } from "../../kernel/database/database.ts";
import type { QuietHours } from "../model/contact.ts";
import type { ChosenWays } from "../model/notice-kinds.ts";
import type { PersonId } from "../model/person.ts";
import { peopleTables } from "./people.tables.ts";

/** The ways a person chose, in place of all that they chose before. */
export async function keepWays(transaction: Database, personId: PersonId, ways: ChosenWays): Promise<void> {
  await dropWays(transaction, personId);
  const rows = Object.entries(ways).map(([kind, way]) => ({ person_id: personId, kind, way }));
  if (rows.length > 0) await peopleTables(transaction).insertInto("notice_ways").values(rows).execute();
}

/** Forgets what a person chose. */
export async function dropWays(transaction: Database, personId: PersonId): Promise<void> {
  await peopleTables(transaction).deleteFrom("notice_ways").where("person_id", "=", personId).execute();
}

/** The hours in which a person wants to be left alone. */
export async function keepQuietHours(
  transaction: Database,
  personId: PersonId,
  hours: QuietHours | undefined,
): Promise<void> {
  await peopleTables(transaction)
    .updateTable("people")
    .set({ quiet_from: hours?.from ?? null, quiet_until: hours?.until ?? null })
    .where("id", "=", personId)
    .execute();
}

/** The language in which, and the zone by whose clock, a person is told things. */
export async function keepLanguageAndZone(
  transaction: Database,
  personId: PersonId,
  language: string,
  zone: string,
): Promise<void> {
  await peopleTables(transaction).updateTable("people").set({ language, zone }).where("id", "=", personId).execute();
}

/** Language and zone of a person who never chose any; what they chose stays. */
export async function keepFirstWishes(
  transaction: Database,
  personId: PersonId,
  language: string | null,
  zone: string | null,
): Promise<void> {
  const people = peopleTables(transaction).updateTable("people").where("id", "=", personId);
  if (language !== null) await people.set({ language }).where("language", "is", null).execute();
  if (zone !== null) await people.set({ zone }).where("zone", "is", null).execute();
}
