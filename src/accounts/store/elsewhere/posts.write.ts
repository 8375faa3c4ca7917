import type { CleanedHtml } from "../../../kernel/base/cleaned-html.ts";
import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { ElsewherePoll } from "../../model/elsewhere/poll.ts";
import { elsewhereTables } from "./elsewhere.tables.ts";
import type { PostKind } from "./posts.read.ts";

/** What a post says; it may say something else later. */
export interface PostContent {
  readonly kind: PostKind;
  readonly title: string | null;
  readonly summary: string | null;
  readonly html: CleanedHtml;
  readonly language: string | null;
  readonly url: string | null;
  readonly poll: ElsewherePoll | null;
}

/** A post that was not kept before. */
export interface NewPost extends PostContent {
  readonly id: string;
  readonly uri: string;
  readonly authorUri: string;
  readonly isPublic: boolean;
  readonly forFollowers: boolean;
  readonly inReplyTo: string | null;
  readonly at: Temporal.Instant;
}

/** Keeps a post. */
export async function keepPost(transaction: Database, post: NewPost): Promise<void> {
  await elsewhereTables(transaction)
    .insertInto("elsewhere_posts")
    .values({
      id: post.id,
      uri: post.uri,
      author_uri: post.authorUri,
      is_public: post.isPublic ? 1 : 0,
      for_followers: post.forFollowers ? 1 : 0,
      in_reply_to: post.inReplyTo,
      ...columnsOf(post),
      arrived_at: microsecondsFromInstant(post.at),
      edited_at: null,
    })
    .execute();
}

/** Takes over what a post now says; `editedAt` is undefined where only counts or its end changed. */
export async function changePost(
  transaction: Database,
  id: string,
  content: PostContent,
  editedAt: Temporal.Instant | undefined,
): Promise<void> {
  const edited = editedAt === undefined ? {} : { edited_at: microsecondsFromInstant(editedAt) };
  await elsewhereTables(transaction)
    .updateTable("elsewhere_posts")
    .set({ ...columnsOf(content), ...edited })
    .where("id", "=", id)
    .execute();
}

/** Names one of our people as a reader of a post. */
export async function addressPost(
  transaction: Database,
  { actor, post, at }: { readonly actor: string; readonly post: string; readonly at: Temporal.Instant },
): Promise<void> {
  await elsewhereTables(transaction)
    .insertInto("elsewhere_addressed")
    .values({ actor, post, arrived_at: microsecondsFromInstant(at) })
    .onConflict((conflict) => conflict.columns(["actor", "post"]).doNothing())
    .execute();
}

/** Forgets posts, with who was named and how it was answered. */
export async function dropPosts(transaction: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const tables = elsewhereTables(transaction);
  await tables.deleteFrom("elsewhere_addressed").where("post", "in", ids).execute();
  await tables.deleteFrom("elsewhere_answers").where("post", "in", ids).execute();
  await tables.deleteFrom("elsewhere_posts").where("id", "in", ids).execute();
}

/** Forgets the oldest posts that came before an instant, at most `most`; says how many there were. */
export async function dropPostsBefore(transaction: Database, before: Temporal.Instant, most: number): Promise<number> {
  const rows = await elsewhereTables(transaction)
    .selectFrom("elsewhere_posts")
    .select("id")
    .where("arrived_at", "<", microsecondsFromInstant(before))
    .orderBy("arrived_at")
    .limit(most)
    .execute();
  await dropPosts(
    transaction,
    rows.map((row) => row.id),
  );
  return rows.length;
}

/** Forgets the posts of an author that is gone: all that the bounds let be kept of one. */
export async function dropPostsOf(transaction: Database, authorUri: string): Promise<void> {
  const rows = await elsewhereTables(transaction)
    .selectFrom("elsewhere_posts")
    .select("id")
    .where("author_uri", "=", authorUri)
    .limit(500)
    .execute();
  await dropPosts(
    transaction,
    rows.map((row) => row.id),
  );
}

/** Forgets the answers to a poll whose options are others now. */
export async function dropAnswersTo(transaction: Database, post: string): Promise<void> {
  await elsewhereTables(transaction).deleteFrom("elsewhere_answers").where("post", "=", post).execute();
}

/** Forgets all that was said to one of our people who is gone, as far as nobody else may read it. */
export async function dropPostsTo(transaction: Database, actor: string): Promise<void> {
  const rows = await elsewhereTables(transaction)
    .selectFrom("elsewhere_addressed")
    .select("post")
    .where("actor", "=", actor)
    .limit(1_000)
    .execute();
  await dropAddressed(
    transaction,
    actor,
    rows.map((row) => row.post),
  );
}

/** Brings what is kept of an author and for its readers back within its bounds, some rows at a time. */
export async function dropPostsBeyond(
  transaction: Database,
  bound: {
    readonly authorUri: string;
    readonly ofAuthor: number;
    readonly readers: readonly string[];
    readonly toReader: number;
  },
): Promise<void> {
  const tables = elsewhereTables(transaction);
  const many = await tables
    .selectFrom("elsewhere_posts")
    .select("id")
    .where("author_uri", "=", bound.authorUri)
    .where("for_followers", "=", 1)
    .orderBy("arrived_at", "desc")
    .orderBy("id", "desc")
    .offset(bound.ofAuthor)
    .limit(100)
    .execute();
  await dropPosts(
    transaction,
    many.map((row) => row.id),
  );
  for (const reader of bound.readers) await dropAddressedBeyond(transaction, reader, bound.toReader);
}

async function dropAddressedBeyond(transaction: Database, actor: string, most: number): Promise<void> {
  const tables = elsewhereTables(transaction);
  const beyond = await tables
    .selectFrom("elsewhere_addressed")
    .select("post")
    .where("actor", "=", actor)
    .orderBy("arrived_at", "desc")
    .orderBy("post", "desc")
    .offset(most)
    .limit(100)
    .execute();
  const posts = beyond.map((row) => row.post);
  await dropAddressed(transaction, actor, posts);
}

/** One who was named reads these posts no more; what nobody else may read is forgotten. */
async function dropAddressed(transaction: Database, actor: string, posts: readonly string[]): Promise<void> {
  if (posts.length === 0) return;
  const tables = elsewhereTables(transaction);
  await tables.deleteFrom("elsewhere_addressed").where("actor", "=", actor).where("post", "in", posts).execute();
  const unread = await tables
    .selectFrom("elsewhere_posts as post")
    .leftJoin("elsewhere_addressed as addressed", "addressed.post", "post.id")
    .select("post.id")
    .where("post.id", "in", posts)
    .where("post.for_followers", "=", 0)
    .where("addressed.post", "is", null)
    .execute();
  await dropPosts(
    transaction,
    unread.map((row) => row.id),
  );
}

function columnsOf({ kind, title, summary, html, language, url, poll }: PostContent) {
  return { kind, title, summary, html, language, url, poll: poll === null ? null : JSON.stringify(poll) };
}
