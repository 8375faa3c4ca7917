import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { PersonId } from "../../model/thread.ts";
import { reactionKinds, type ReactionKind } from "../../model/threads/reactions.ts";
import { voiceTables } from "./voices.tables.ts";

/** How many reacted in one way. */
export interface ReactionCount {
  readonly kind: ReactionKind;
  readonly count: number;
}

/** One person's reaction. */
export interface Reaction {
  readonly personId: PersonId;
  readonly kind: ReactionKind;
  readonly givenAt: Temporal.Instant;
}

/** The people whom a post names. */
export async function mentionedIn(db: Database, postId: string): Promise<readonly PersonId[]> {
  const rows = await voiceTables(db)
    .selectFrom("post_mentions")
    .select("person_id")
    .where("post_id", "=", postId)
    .orderBy("person_id")
    .execute();
  return rows.map((row) => row.person_id as PersonId);
}

/** How people reacted to some posts, by post, in the order of the kinds. */
export async function reactionCountsOf(
  db: Database,
  postIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ReactionCount[]>> {
  if (postIds.length === 0) return new Map();
  const rows = await voiceTables(db)
    .selectFrom("post_reaction_counts")
    .selectAll()
    .where("post_id", "in", postIds)
    .where("count", ">", 0)
    .execute();
  const byPost = Map.groupBy(rows, (row) => row.post_id);
  return new Map(
    [...byPost].map(([id, counted]) => [
      id,
      reactionKinds.flatMap((kind) =>
        counted.flatMap((row) => (row.kind === kind ? [{ kind, count: row.count }] : [])),
      ),
    ]),
  );
}

/** Who reacted to a post, the last first. */
export async function reactionsTo(db: Database, postId: string, limit: number): Promise<readonly Reaction[]> {
  const rows = await voiceTables(db)
    .selectFrom("post_reactions")
    .selectAll()
    .where("post_id", "=", postId)
    .orderBy("given_at", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    personId: row.person_id as PersonId,
    kind: row.kind as ReactionKind,
    givenAt: instantFromMicroseconds(row.given_at),
  }));
}

/** The kinds of one person's reactions to a post. */
export async function ownReactions(db: Database, postId: string, personId: string): Promise<readonly ReactionKind[]> {
  const rows = await voiceTables(db)
    .selectFrom("post_reactions")
    .select("kind")
    .where("post_id", "=", postId)
    .where("person_id", "=", personId)
    .execute();
  return rows.map((row) => row.kind as ReactionKind);
}

/** The post that was liked by the `Like` with this id. */
export async function postOfLike(db: Database, likeUri: string): Promise<string | undefined> {
  const row = await voiceTables(db)
    .selectFrom("post_reactions")
    .select("post_id")
    .where("like_uri", "=", likeUri)
    .executeTakeFirst();
  return row?.post_id;
}
