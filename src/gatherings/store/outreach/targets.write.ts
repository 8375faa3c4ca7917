import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { OutreachAnswer, TargetState, TypedTarget } from "../../model/outreach/target.ts";
import { outreachTables } from "./outreach.tables.ts";
import { saltOfRefusals } from "./targets.read.ts";

/** Puts a target on a board; false when its address is there already. */
export async function insertTarget(
  db: Database,
  added: {
    readonly id: string;
    readonly gatheringId: string;
    readonly target: TypedTarget;
    readonly at: Temporal.Instant;
  },
): Promise<boolean> {
  const { kind, address, name, language, country, software, size } = added.target;
  const result = await outreachTables(db)
    .insertInto("outreach_targets")
    .values({
      id: added.id,
      gathering_id: added.gatheringId,
      kind,
      address,
      name,
      language,
      country,
      software,
      size,
      added_at: microsecondsFromInstant(added.at),
      state: "listed",
    })
    .onConflict((conflict) => conflict.columns(["gathering_id", "address"]).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Takes a target off a board on which it was not asked yet. */
export async function deleteListed(db: Database, gatheringId: string, id: string): Promise<void> {
  await outreachTables(db)
    .deleteFrom("outreach_targets")
    .where("id", "=", id)
    .where("gathering_id", "=", gatheringId)
    .where("state", "=", "listed")
    .execute();
}

export async function writeAsking(
  db: Database,
  id: string,
  asked: { readonly by: string; readonly at: Temporal.Instant },
): Promise<void> {
  await outreachTables(db)
    .updateTable("outreach_targets")
    .set({ state: "asking", asked_by: asked.by, asked_at: microsecondsFromInstant(asked.at) })
    .where("id", "=", id)
    .execute();
}

export async function writeState(db: Database, id: string, state: TargetState): Promise<void> {
  await outreachTables(db).updateTable("outreach_targets").set({ state }).where("id", "=", id).execute();
}

export async function writeAsked(
  db: Database,
  id: string,
  asked: { readonly uri: string; readonly handle: string; readonly language: string; readonly at: Temporal.Instant },
): Promise<void> {
  await outreachTables(db)
    .updateTable("outreach_targets")
    .set({
      state: "asked",
      contact_uri: asked.uri,
      contact_handle: asked.handle,
      asked_language: asked.language,
      asked_at: microsecondsFromInstant(asked.at),
    })
    .where("id", "=", id)
    .execute();
}

export async function writeLetterHash(db: Database, id: string, letterHash: string): Promise<void> {
  await outreachTables(db)
    .updateTable("outreach_targets")
    .set({ letter_hash: letterHash })
    .where("id", "=", id)
    .execute();
}

export async function writeSeen(db: Database, id: string, at: Temporal.Instant): Promise<void> {
  await outreachTables(db)
    .updateTable("outreach_targets")
    .set({ seen_at: microsecondsFromInstant(at) })
    .where("id", "=", id)
    .where("seen_at", "is", null)
    .execute();
}

export async function writeAnswerOfTarget(
  db: Database,
  id: string,
  said: { readonly answer: OutreachAnswer; readonly people: number; readonly at: Temporal.Instant },
): Promise<void> {
  await outreachTables(db)
    .updateTable("outreach_targets")
    .set({ answer: said.answer, people: said.people, answered_at: microsecondsFromInstant(said.at) })
    .where("id", "=", id)
    .execute();
}

/** Takes what was kept of the contact away: who never wants to be asked again is only known by a hash. */
export async function forgetContact(db: Database, id: string): Promise<void> {
  await outreachTables(db)
    .updateTable("outreach_targets")
    .set({ state: "opted-out", contact_uri: null, contact_handle: null, answer: null, people: null })
    .where("id", "=", id)
    .execute();
}

/** Deletes the people on a board, and who was asked for its instances; that instances were asked, and what they said, stays. */
export async function deletePeopleOnBoard(db: Database, gatheringId: string): Promise<void> {
  const tables = outreachTables(db);
  await tables
    .deleteFrom("outreach_targets")
    .where("gathering_id", "=", gatheringId)
    .where("kind", "in", ["account", "email"])
    .execute();
  await tables
    .updateTable("outreach_targets")
    .set({ contact_uri: null, contact_handle: null })
    .where("gathering_id", "=", gatheringId)
    .execute();
}

/** Takes away that this actor was asked for anything, and what they said. */
export async function forgetActorAsked(db: Database, contactUri: string): Promise<void> {
  await outreachTables(db)
    .updateTable("outreach_targets")
    .set({ contact_uri: null, contact_handle: null, answer: null, people: null })
    .where("contact_uri", "=", contactUri)
    .execute();
}

export async function insertRefusals(db: Database, hashes: readonly string[]): Promise<void> {
  await outreachTables(db)
    .insertInto("outreach_refusals")
    .values(hashes.map((hash) => ({ hash })))
    .onConflict((conflict) => conflict.column("hash").doNothing())
    .execute();
}

/** The salt of this server's refusals; `proposed` becomes it when there is none yet. */
export async function keepSalt(db: Database, proposed: string): Promise<string> {
  await outreachTables(db)
    .insertInto("outreach_salt")
    .values({ name: "refusals", salt: proposed })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  return (await saltOfRefusals(db)) ?? proposed;
}

/** Whoever asked and has left is nobody any more, or who they turned out to be. */
export async function carryAsker(db: Database, from: string, to: string | null): Promise<void> {
  await outreachTables(db).updateTable("outreach_targets").set({ asked_by: to }).where("asked_by", "=", from).execute();
}
