import type { Microseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";

/** A circle of a community. One that was ended has no row; proposals that asked it keep its name. */
export type CircleRow = {
  readonly id: string;
  readonly community_id: string;
  readonly name: string;
  readonly aim: string;
};

/** Somebody in a circle. Whoever has left the community since is in none of its circles, whatever stands here. */
export type CircleMemberRow = {
  readonly circle_id: string;
  readonly person_id: string;
  readonly since: Microseconds;
};

export type CircleTables = {
  readonly circles: CircleRow;
  readonly circle_members: CircleMemberRow;
};

/** The database, seen as the tables of circles. */
export function circleTables(database: Database) {
  return database.withTables<CircleTables>();
}
