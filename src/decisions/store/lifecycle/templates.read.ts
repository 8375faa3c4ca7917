import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { mostTemplates, type TemplateContent } from "../../model/lifecycle/template.ts";
import { lifecycleTables, type TemplateRow } from "./lifecycle.tables.ts";

/** What a community keeps to put proposals from. */
export interface Template {
  readonly id: string;
  readonly communityId: string;
  readonly name: string;
  readonly method: string;
  readonly content: TemplateContent;
  readonly madeAt: Temporal.Instant;
}

/** The templates of a community by name. */
export async function templatesOf(db: Database, communityId: string): Promise<readonly Template[]> {
  const rows = await lifecycleTables(db)
    .selectFrom("proposal_templates")
    .selectAll()
    .where("community_id", "=", communityId)
    .orderBy("name")
    .limit(mostTemplates)
    .execute();
  return rows.map(templateFromRow);
}

/** The template with this id, if it is this community's. */
export async function templateById(db: Database, communityId: string, id: string): Promise<Template | undefined> {
  const row = await lifecycleTables(db)
    .selectFrom("proposal_templates")
    .selectAll()
    .where("id", "=", id)
    .where("community_id", "=", communityId)
    .executeTakeFirst();
  return row === undefined ? undefined : templateFromRow(row);
}

function templateFromRow(row: TemplateRow): Template {
  return {
    id: row.id,
    communityId: row.community_id,
    name: row.name,
    method: row.method,
    content: JSON.parse(row.content) as TemplateContent,
    madeAt: instantFromMicroseconds(row.made_at),
  };
}
