import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { lifecycleTables } from "./lifecycle.tables.ts";
import type { Template } from "./templates.read.ts";

/** Keeps a template, made by this person. */
export async function insertTemplate(db: Database, template: Template, personId: string): Promise<void> {
  await lifecycleTables(db)
    .insertInto("proposal_templates")
    .values({
      id: template.id,
      community_id: template.communityId,
      person_id: personId,
      name: template.name,
      method: template.method,
      content: JSON.stringify(template.content),
      made_at: microsecondsFromInstant(template.madeAt),
    })
    .execute();
}

/** Removes a template of a community; nothing happens where there is none. */
export async function deleteTemplate(db: Database, communityId: string, id: string): Promise<void> {
  await lifecycleTables(db)
    .deleteFrom("proposal_templates")
    .where("id", "=", id)
    .where("community_id", "=", communityId)
    .execute();
}
