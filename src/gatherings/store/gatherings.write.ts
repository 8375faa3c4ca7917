import type { Database } from "../../kernel/database/database.ts";
import { microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { GatheringState } from "../model/gathering.ts";
import type { Gathering } from "./gatherings.read.ts";
import { gatheringTables } from "./gatherings.tables.ts";

/** What of a gathering its organisers may change by themselves. */
export type GatheringTexts = Pick<
  Gathering,
  "title" | "purpose" | "description" | "language" | "place" | "capacity" | "audienceCapacity"
>;

export async function insertGathering(db: Database, gathering: Gathering): Promise<void> {
  await gatheringTables(db)
    .insertInto("gatherings")
    .values({
      id: gathering.id,
      community_id: gathering.communityId,
      handle: gathering.handle,
      title: gathering.title,
      purpose: gathering.purpose,
      description: gathering.description,
      language: gathering.language,
      zone: gathering.zone,
      state: gathering.state,
      place: gathering.place,
      capacity: gathering.capacity,
      audience_capacity: gathering.audienceCapacity,
      organiser_id: gathering.organiserId,
      announced_at: microsecondsFromInstant(gathering.announcedAt),
      changed_at: microsecondsFromInstant(gathering.changedAt),
      reason: gathering.reason,
    })
    .execute();
}

export async function updateTexts(
  db: Database,
  id: string,
  texts: GatheringTexts,
  now: Temporal.Instant,
): Promise<void> {
  await gatheringTables(db)
    .updateTable("gatherings")
    .set({
      title: texts.title,
      purpose: texts.purpose,
      description: texts.description,
      language: texts.language,
      place: texts.place,
      capacity: texts.capacity,
      audience_capacity: texts.audienceCapacity,
      changed_at: microsecondsFromInstant(now),
    })
    .where("id", "=", id)
    .execute();
}

export async function updateState(
  db: Database,
  id: string,
  state: GatheringState,
  reason: string,
  now: Temporal.Instant,
): Promise<void> {
  await gatheringTables(db)
    .updateTable("gatherings")
    .set({ state, reason, changed_at: microsecondsFromInstant(now) })
    .where("id", "=", id)
    .execute();
}
