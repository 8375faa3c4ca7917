import type { SchemaStep } from "../../../kernel/database/migrate.ts";
import { contestTables } from "../contests/contests.tables.ts";
import { changeTables } from "../open-data/changes.tables.ts";
import { replyTables } from "../replies/replies.tables.ts";

/** Changes that tell of replies and of contested words; those that stand already are told
 * now, contests as of the last change, since nobody has heard of them. */
export const toldOfPlacesStep: SchemaStep = {
  name: "directory/0071-told-of-places",
  async up(database) {
    await database.schema.alterTable("directory_changes").addColumn("thread_id", "text").execute();
    const replies = await replyTables(database)
      .selectFrom("directory_replies")
      .select(["entry_id", "written_at as at"])
      .where("ended_at", "is", null)
      .orderBy("id")
      .execute();
    const contests = await contestTables(database)
      .selectFrom("directory_contests")
      .select(["entry_id", "field", "thread_id"])
      .orderBy("thread_id")
      .execute();
    const tables = changeTables(database);
    const last = await tables
      .selectFrom("directory_changes")
      .select("at")
      .where("number", ">", 0)
      .orderBy("number", "desc")
      .limit(1)
      .executeTakeFirst();
    const at = last?.at ?? 0;
    const changes = [
      ...replies.map((row) => ({ kind: "reply-said", field: null, thread_id: null, ...row })),
      ...contests.map((row) => ({ kind: "contested", at, ...row })),
    ];
    if (changes.length === 0) return;
    const counted = await tables
      .selectFrom("directory_counts")
      .select("count")
      .where("of", "=", "changes")
      .executeTakeFirst();
    const before = counted?.count ?? 0;
    for (const [index, change] of changes.entries()) {
      await tables
        .insertInto("directory_changes")
        .values({ ...change, number: before + index + 1, claim_id: null })
        .execute();
    }
    const count = before + changes.length;
    await tables
      .insertInto("directory_counts")
      .values({ of: "changes", count })
      .onConflict((conflict) => conflict.column("of").doUpdateSet({ count }))
      .execute();
  },
};
