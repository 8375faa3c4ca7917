import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { elsewhereTables } from "./elsewhere.tables.ts";

/** Keeps how a person's actor answered a poll. */
export async function keepAnswer(
  transaction: Database,
  answer: {
    readonly actor: string;
    readonly post: string;
    readonly id: string;
    readonly labels: readonly string[];
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { actor, post, id, labels, at } = answer;
  await elsewhereTables(transaction)
    .insertInto("elsewhere_answers")
    .values({ actor, post, id, labels: JSON.stringify(labels), answered_at: microsecondsFromInstant(at) })
    .execute();
}

/** Keeps what a person's actor says, and of that no more than `most`. */
export async function keepSaid(
  transaction: Database,
  said: {
    readonly id: string;
    readonly actor: string;
    readonly contactId: string;
    readonly inReplyTo: string | null;
    readonly text: string;
    readonly at: Temporal.Instant;
  },
  most: number,
): Promise<void> {
  const { id, actor, contactId, inReplyTo, text, at } = said;
  const tables = elsewhereTables(transaction);
  await tables
    .insertInto("elsewhere_said")
    .values({ id, actor, contact: contactId, in_reply_to: inReplyTo, text, said_at: microsecondsFromInstant(at) })
    .execute();
  const many = await tables
    .selectFrom("elsewhere_said")
    .select("id")
    .where("actor", "=", actor)
    .orderBy("said_at", "desc")
    .orderBy("id", "desc")
    .offset(most)
    .limit(100)
    .execute();
  const ids = many.map((row) => row.id);
  if (ids.length > 0) await tables.deleteFrom("elsewhere_said").where("id", "in", ids).execute();
}

/** Forgets the oldest words that were said before an instant, at most `most`; says how many there were. */
export async function dropSaidBefore(transaction: Database, before: Temporal.Instant, most: number): Promise<number> {
  const said = elsewhereTables(transaction);
  const old = said
    .selectFrom("elsewhere_said")
    .select("id")
    .where("said_at", "<", microsecondsFromInstant(before))
    .orderBy("said_at")
    .limit(most);
  const removed = await said.deleteFrom("elsewhere_said").where("id", "in", old).executeTakeFirst();
  return Number(removed.numDeletedRows);
}
