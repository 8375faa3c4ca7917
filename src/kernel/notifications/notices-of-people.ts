import { instantFromMicroseconds } from "../base/time.ts";
import type { PersonalData } from "../personal-data.ts";
import { noticeTables } from "./notices.tables.ts";

/** What is kept of whom was told what: taken along, forgotten and joined with its person. */
export const noticesOfPeople: PersonalData = {
  name: "notices",
  writtenIn: [],
  async export(read, personId) {
    const rows = await noticeTables(read)
      .selectFrom("notices")
      .select(["kind", "message_key", "way", "state", "created_at", "settled_at"])
      .where("recipient", "=", personId)
      .orderBy("id")
      .execute();
    const notices = rows.map((row) => ({
      kind: row.kind,
      message: row.message_key,
      way: row.way,
      state: row.state,
      queuedAt: instantFromMicroseconds(row.created_at).toString(),
      settledAt: row.settled_at === null ? null : instantFromMicroseconds(row.settled_at).toString(),
    }));
    return { notices };
  },
  async forget(context, personId) {
    await noticeTables(context.db).deleteFrom("notices").where("recipient", "=", personId).execute();
  },
  async join(context, kept, joined) {
    const notices = noticeTables(context.db);
    // What both were told stays under the one who stays.
    await notices
      .deleteFrom("notices")
      .where("recipient", "=", joined)
      .where("matter", "in", notices.selectFrom("notices").select("matter").where("recipient", "=", kept))
      .execute();
    await notices.updateTable("notices").set({ recipient: kept }).where("recipient", "=", joined).execute();
  },
};
