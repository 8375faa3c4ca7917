import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { ReactionKind } from "../../model/threads/reactions.ts";
import { voiceTables } from "./voices.tables.ts";

/** Writes whom a new post names. */
export async function insertMentions(db: Database, postId: string, people: readonly string[]): Promise<void> {
  if (people.length === 0) return;
  await voiceTables(db)
    .insertInto("post_mentions")
    .values(people.map((personId) => ({ post_id: postId, person_id: personId })))
    .onConflict((conflict) => conflict.columns(["post_id", "person_id"]).doNothing())
    .execute();
}

/** Writes somebody's reaction; says whether it is a new one. */
export async function insertReaction(
  db: Database,
  reaction: {
    readonly postId: string;
    readonly personId: string;
    readonly kind: ReactionKind;
    readonly at: Temporal.Instant;
    readonly likeUri: string | undefined;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await voiceTables(db)
    .insertInto("post_reactions")
    .values({
      post_id: reaction.postId,
      person_id: reaction.personId,
      kind: reaction.kind,
      given_at: microsecondsFromInstant(reaction.at),
      like_uri: reaction.likeUri ?? null,
    })
    .onConflict((conflict) => conflict.columns(["post_id", "person_id", "kind"]).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) return false;
  await addToCount(db, reaction.postId, reaction.kind, 1);
  return true;
}

/** Takes somebody's reaction away; says whether there was one. */
export async function deleteReaction(
  db: Database,
  postId: string,
  personId: string,
  kind: ReactionKind,
): Promise<boolean> {
  const { numDeletedRows } = await voiceTables(db)
    .deleteFrom("post_reactions")
    .where("post_id", "=", postId)
    .where("person_id", "=", personId)
    .where("kind", "=", kind)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) return false;
  await addToCount(db, postId, kind, -1);
  return true;
}

/** Takes away all that people said to a post without words, and whom it names: the post is gone. */
export async function deleteVoices(db: Database, postId: string): Promise<void> {
  for (const table of ["post_mentions", "post_reactions", "post_reaction_counts"] as const) {
    await voiceTables(db).deleteFrom(table).where("post_id", "=", postId).execute();
  }
}

/** Takes away every reaction of a person, and that posts name them. */
export async function forgetVoices(db: Database, personId: string): Promise<void> {
  const tables = voiceTables(db);
  const given = await tables
    .selectFrom("post_reactions")
    .select(["post_id", "kind"])
    .where("person_id", "=", personId)
    .execute();
  for (const { post_id, kind } of given) await deleteReaction(db, post_id, personId, kind as ReactionKind);
  await tables.deleteFrom("post_mentions").where("person_id", "=", personId).execute();
}

/** Reactions and mentions of `joined` are those of `kept` afterwards, each once. */
export async function carryVoices(db: Database, kept: string, joined: string): Promise<void> {
  const tables = voiceTables(db);
  const twice = await tables
    .selectFrom("post_reactions as one")
    .innerJoin("post_reactions as other", (join) =>
      join.onRef("other.post_id", "=", "one.post_id").onRef("other.kind", "=", "one.kind"),
    )
    .select(["one.post_id", "one.kind"])
    .where("one.person_id", "=", joined)
    .where("other.person_id", "=", kept)
    .execute();
  for (const { post_id, kind } of twice) await deleteReaction(db, post_id, joined, kind as ReactionKind);
  await tables.updateTable("post_reactions").set({ person_id: kept }).where("person_id", "=", joined).execute();
  const named = tables.selectFrom("post_mentions").select("post_id").where("person_id", "=", kept);
  await tables.deleteFrom("post_mentions").where("person_id", "=", joined).where("post_id", "in", named).execute();
  await tables.updateTable("post_mentions").set({ person_id: kept }).where("person_id", "=", joined).execute();
}

async function addToCount(db: Database, postId: string, kind: string, more: number): Promise<void> {
  await voiceTables(db)
    .insertInto("post_reaction_counts")
    .values({ post_id: postId, kind, count: more })
    .onConflict((conflict) =>
      conflict.columns(["post_id", "kind"]).doUpdateSet((row) => ({
        count: row("post_reaction_counts.count", "+", more),
      })),
    )
    .execute();
}
