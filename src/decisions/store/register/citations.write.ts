import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { CitingKind } from "../../model/register/citations.ts";
import { adoptedTables } from "../consent/adopted.tables.ts";
import { registerTables } from "./register.tables.ts";

/** Something that may cite decisions. */
export interface CitingText {
  readonly kind: CitingKind;
  readonly about: string;
  readonly threadId: string;
  readonly at: Temporal.Instant;
}

/** Lets a text cite these decisions and no others; those that do not exist are left out. */
export async function writeCitations(db: Database, text: CitingText, named: readonly string[]): Promise<void> {
  const tables = registerTables(db);
  await tables.deleteFrom("decision_citations").where("about", "=", text.about).execute();
  const known =
    named.length === 0
      ? []
      : await adoptedTables(db).selectFrom("adopted_decisions").select("id").where("id", "in", named).execute();
  const cited = known.filter(({ id }) => id !== text.about);
  if (cited.length === 0) return;
  await tables
    .insertInto("decision_citations")
    .values(
      cited.map(({ id }) => ({
        decision_id: id,
        about: text.about,
        kind: text.kind,
        thread_id: text.threadId,
        cited_at: microsecondsFromInstant(text.at),
      })),
    )
    .execute();
}
