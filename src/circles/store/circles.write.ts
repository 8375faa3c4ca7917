import { microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { Circle } from "../model/circle.ts";
import { circleTables } from "./circles.tables.ts";

/** A new circle, with nobody in it. */
export async function insertCircle(db: Database, { id, communityId, name, aim }: Circle): Promise<void> {
  await circleTables(db).insertInto("circles").values({ id, community_id: communityId, name, aim }).execute();
}

/** What a circle is called and is for, from now on. */
export async function rewriteCircle(db: Database, { id, name, aim }: Circle): Promise<void> {
  await circleTables(db).updateTable("circles").set({ name, aim }).where("id", "=", id).execute();
}

/** A circle that is no more, with those who were in it. */
export async function deleteCircle(db: Database, circleId: string): Promise<void> {
  const tables = circleTables(db);
  await tables.deleteFrom("circle_members").where("circle_id", "=", circleId).execute();
  await tables.deleteFrom("circles").where("id", "=", circleId).execute();
}

/** People come into a circle; those who are in it stay as they are. */
export async function insertPeople(
  db: Database,
  circleId: string,
  people: readonly string[],
  since: Temporal.Instant,
): Promise<void> {
  if (people.length === 0) return;
  await circleTables(db)
    .insertInto("circle_members")
    .values(people.map((person) => ({ circle_id: circleId, person_id: person, since: microsecondsFromInstant(since) })))
    .onConflict((conflict) => conflict.columns(["circle_id", "person_id"]).doNothing())
    .execute();
}

/** Somebody leaves a circle. */
export async function deletePerson(db: Database, circleId: string, personId: string): Promise<void> {
  await circleTables(db)
    .deleteFrom("circle_members")
    .where("circle_id", "=", circleId)
    .where("person_id", "=", personId)
    .execute();
}

/** Somebody leaves every circle there is. */
export async function forgetPerson(db: Database, personId: string): Promise<void> {
  await circleTables(db).deleteFrom("circle_members").where("person_id", "=", personId).execute();
}

/** Whoever is in a circle as `joined` is in it as `kept`, once. */
export async function joinPeople(db: Database, kept: string, joined: string): Promise<void> {
  const tables = circleTables(db);
  const own = tables.selectFrom("circle_members").select("circle_id").where("person_id", "=", kept);
  await tables.deleteFrom("circle_members").where("person_id", "=", joined).where("circle_id", "in", own).execute();
  await tables.updateTable("circle_members").set({ person_id: kept }).where("person_id", "=", joined).execute();
}
