import type { CleanedHtml } from "../../../kernel/base/cleaned-html.ts";
import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { ElsewherePoll } from "../../model/elsewhere/poll.ts";
import { elsewhereTables } from "./elsewhere.tables.ts";

/** What a post is to its readers. */
export type PostKind = "note" | "question" | "event" | "article" | "share";

/** A post of another server as one of our people may read it. */
export interface ReadablePost {
  readonly id: string;
  readonly uri: string;
  readonly kind: PostKind;
  /** The id of its author among those the person knows. */
  readonly contactId: string;
  /** Whether it is for this person, or those it names, alone. */
  readonly isDirect: boolean;
  readonly title: string | undefined;
  readonly summary: string | undefined;
  readonly html: CleanedHtml;
  readonly language: string | undefined;
  readonly url: string | undefined;
  readonly poll: ElsewherePoll | undefined;
  readonly arrivedAt: Temporal.Instant;
  readonly editedAt: Temporal.Instant | undefined;
  /** How the person answered the poll, if it is one and they did. */
  readonly answer: { readonly id: string; readonly labels: readonly string[] } | undefined;
}

/** The newest posts that a person's actor may read, of one contact alone where it is named. */
export async function postsFor(
  read: Database,
  actor: string,
  { most, contactId }: { readonly most: number; readonly contactId?: string },
): Promise<readonly ReadablePost[]> {
  const rows = await readable(read, actor)
    .$if(contactId !== undefined, (query) => query.where("contact.id", "=", contactId ?? ""))
    .orderBy("post.arrived_at", "desc")
    .orderBy("post.id", "desc")
    .limit(most)
    .execute();
  return rows.map(postFrom);
}

/** One post, if a person's actor may read it. */
export async function postFor(read: Database, actor: string, id: string): Promise<ReadablePost | undefined> {
  const row = await readable(read, actor).where("post.id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : postFrom(row);
}

/** How many posts came for a person's actor after this instant; counted to a hundred. */
export async function countNewPosts(read: Database, actor: string, afterMicroseconds: number): Promise<number> {
  const rows = await readable(read, actor)
    .where("post.arrived_at", ">", afterMicroseconds)
    .clearSelect()
    .select("post.id")
    .limit(100)
    .execute();
  return rows.length;
}

/** What is kept of a post, whoever reads it. */
export interface KeptPost {
  readonly id: string;
  readonly authorUri: string;
  readonly poll: ElsewherePoll | undefined;
}

/** The post with this URI, if it is kept. */
export async function postByUri(read: Database, uri: string): Promise<KeptPost | undefined> {
  const row = await elsewhereTables(read)
    .selectFrom("elsewhere_posts")
    .select(["id", "author_uri", "poll"])
    .where("uri", "=", uri)
    .executeTakeFirst();
  return row === undefined ? undefined : { id: row.id, authorUri: row.author_uri, poll: pollFrom(row.poll) };
}

/**
 * The posts of those whom an actor knows and has not shut out: what names it as a reader, what is for everybody from those it follows,
 * and what is for their followers alone since it follows them.
 */
function readable(read: Database, actor: string) {
  return elsewhereTables(read)
    .selectFrom("elsewhere_contacts as contact")
    .innerJoin("elsewhere_posts as post", "post.author_uri", "contact.uri")
    .leftJoin("elsewhere_addressed as addressed", (join) =>
      join.onRef("addressed.post", "=", "post.id").on("addressed.actor", "=", actor),
    )
    .leftJoin("elsewhere_answers as answer", (join) =>
      join.onRef("answer.post", "=", "post.id").on("answer.actor", "=", actor),
    )
    .where("contact.actor", "=", actor)
    .where("contact.shut_out_at", "is", null)
    .where((is) =>
      is.or([
        is("addressed.actor", "is not", null),
        is.and([
          is("post.for_followers", "=", 1),
          is("contact.follow_state", "in", ["asked", "accepted"]),
          is.or([is("post.is_public", "=", 1), is("post.arrived_at", ">=", is.ref("contact.followed_at"))]),
        ]),
      ]),
    )
    .select([
      "post.id",
      "post.uri",
      "post.kind",
      "post.is_public",
      "post.for_followers",
      "post.title",
      "post.summary",
      "post.html",
      "post.language",
      "post.url",
      "post.poll",
      "post.arrived_at",
      "post.edited_at",
      "contact.id as contact_id",
      "answer.id as answer_id",
      "answer.labels",
    ]);
}

type ReadableRow = Awaited<ReturnType<ReturnType<typeof readable>["execute"]>>[number];

function postFrom(row: ReadableRow): ReadablePost {
  return {
    id: row.id,
    uri: row.uri,
    // Parsing at the edge: only our commands wrote these columns, the HTML cleaned.
    kind: row.kind as PostKind,
    contactId: row.contact_id,
    isDirect: row.is_public === 0 && row.for_followers === 0,
    title: row.title ?? undefined,
    summary: row.summary ?? undefined,
    html: row.html as CleanedHtml,
    language: row.language ?? undefined,
    url: row.url ?? undefined,
    poll: pollFrom(row.poll),
    arrivedAt: instantFromMicroseconds(row.arrived_at),
    editedAt: row.edited_at === null ? undefined : instantFromMicroseconds(row.edited_at),
    answer: row.answer_id === null ? undefined : { id: row.answer_id, labels: labelsFrom(row.labels) },
  };
}

function pollFrom(json: string | null): ElsewherePoll | undefined {
  return json === null ? undefined : (JSON.parse(json) as ElsewherePoll);
}

function labelsFrom(json: string | null): readonly string[] {
  return json === null ? [] : (JSON.parse(json) as readonly string[]);
}
