import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { elsewhereTables, type ElsewhereSaidRow } from "./elsewhere.tables.ts";

/** What a person wrote to an actor elsewhere. */
export interface Said {
  readonly id: string;
  readonly actor: string;
  readonly contactId: string;
  readonly inReplyTo: string | undefined;
  readonly text: string;
  readonly saidAt: Temporal.Instant;
}

/** What a person's actor said, the newest first. */
export async function saidBy(read: Database, actor: string, most: number): Promise<readonly Said[]> {
  const rows = await elsewhereTables(read)
    .selectFrom("elsewhere_said")
    .selectAll()
    .where("actor", "=", actor)
    .orderBy("said_at", "desc")
    .orderBy("id", "desc")
    .limit(most)
    .execute();
  return rows.map(saidFrom);
}

/** One thing that a person's actor said. */
export async function saidById(read: Database, id: string): Promise<Said | undefined> {
  const row = await elsewhereTables(read)
    .selectFrom("elsewhere_said")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? undefined : saidFrom(row);
}

/** How a person's actor answered a poll, and whose poll it is, for the votes that go out. */
export async function answerToSend(read: Database, actor: string, post: string) {
  const row = await elsewhereTables(read)
    .selectFrom("elsewhere_answers as answer")
    .innerJoin("elsewhere_posts as post", "post.id", "answer.post")
    .select(["answer.id", "answer.labels", "post.uri", "post.author_uri"])
    .where("answer.actor", "=", actor)
    .where("answer.post", "=", post)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  // Parsing at the edge: only our commands wrote the column.
  return { id: row.id, labels: JSON.parse(row.labels) as readonly string[], poll: row.uri, author: row.author_uri };
}

function saidFrom(row: ElsewhereSaidRow): Said {
  return {
    id: row.id,
    actor: row.actor,
    contactId: row.contact,
    inReplyTo: row.in_reply_to ?? undefined,
    text: row.text,
    saidAt: instantFromMicroseconds(row.said_at),
  };
}
