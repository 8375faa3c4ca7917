import type { Database } from "../../../kernel/database/database.ts";
import type { SchemaStep } from "../../../kernel/database/migrate.ts";
import type { ThreadAudience } from "../../model/thread.ts";
import type { ConsentTables } from "../consent/consent.tables.ts";
import type { RequestTables } from "../requests/requests.tables.ts";
import { enterText } from "../search/search.write.ts";
import type { ThreadTables } from "../threads/threads.tables.ts";

/** Consents and requests for comments that were there before searching found them. */
export const processTextsStep: SchemaStep = {
  name: "decisions/0160-process-texts",
  async up(database) {
    for (const request of await requestsBefore(database)) await enter(database, "request", request);
    for (const consent of await consentsBefore(database)) await enter(database, "consent", consent);
  },
};

/** Its columns are named one by one: what later steps add is not there yet. */
function requestsBefore(database: Database) {
  return database
    .withTables<RequestTables & ThreadTables>()
    .selectFrom("comment_requests as of")
    .innerJoin("comment_request_versions as words", (join) =>
      join.onRef("words.request_id", "=", "of.id").onRef("words.version", "=", "of.version"),
    )
    .innerJoin("threads as thread", "thread.id", "of.thread_id")
    .select(["of.id", "of.title", "words.text", "thread.community_id", "thread.audience"])
    .orderBy("of.id")
    .execute();
}

function consentsBefore(database: Database) {
  return database
    .withTables<ConsentTables & ThreadTables>()
    .selectFrom("consents as of")
    .innerJoin("consent_versions as words", (join) =>
      join.onRef("words.consent_id", "=", "of.id").onRef("words.version", "=", "of.version"),
    )
    .innerJoin("threads as thread", "thread.id", "of.thread_id")
    .select(["of.id", "words.title", "words.text", "of.need", "thread.community_id", "thread.audience"])
    .where("of.proposal_id", "is", null)
    .where("of.state", "!=", "draft")
    .orderBy("of.id")
    .execute();
}

interface Before {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly need?: string;
  readonly community_id: string;
  readonly audience: string;
}

async function enter(database: Database, kind: "request" | "consent", before: Before): Promise<void> {
  const { id, title, text, need = "", community_id, audience } = before;
  await enterText(database, {
    about: id,
    kind,
    communityId: community_id,
    audience: audience as ThreadAudience,
    text: `${title}\n${text}\n${need}`,
  });
}
