import { instantFromMicroseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import { mostCircles, mostInCircle, type Circle, type CircleId } from "../model/circle.ts";
import { circleTables, type CircleRow } from "./circles.tables.ts";

/** The circle with this id; undefined when there is none. */
export async function circleById(db: Database, id: string): Promise<Circle | undefined> {
  const row = await circleTables(db).selectFrom("circles").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : circleFrom(row);
}

/** The circles of a community by name. */
export async function circlesOf(db: Database, communityId: string): Promise<readonly Circle[]> {
  const rows = await circleTables(db)
    .selectFrom("circles")
    .selectAll()
    .where("community_id", "=", communityId)
    .orderBy("name")
    .limit(mostCircles)
    .execute();
  return rows.map(circleFrom);
}

/** Who is written down as being in a circle, in the order in which they came. Whether they still belong to the community, it knows. */
export async function peopleInCircle(db: Database, circleId: string): Promise<readonly string[]> {
  const rows = await circleTables(db)
    .selectFrom("circle_members")
    .select("person_id")
    .where("circle_id", "=", circleId)
    .orderBy("since")
    .orderBy("person_id")
    .limit(mostInCircle)
    .execute();
  return rows.map((row) => row.person_id);
}

/** The circles somebody is written down in, for them to take along. */
export async function keptOfPerson(
  db: Database,
  personId: string,
): Promise<Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>> {
  const rows = await circleTables(db)
    .selectFrom("circle_members as member")
    .innerJoin("circles as circle", "circle.id", "member.circle_id")
    .select(["circle.name", "circle.community_id", "member.since"])
    .where("member.person_id", "=", personId)
    .execute();
  return {
    circles: rows.map((row) => ({
      circle: row.name,
      community: row.community_id,
      since: instantFromMicroseconds(row.since).toString(),
    })),
  };
}

function circleFrom(row: CircleRow): Circle {
  return { id: row.id as CircleId, communityId: row.community_id, name: row.name, aim: row.aim };
}
