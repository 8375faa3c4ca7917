import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { lifecycleTables } from "./lifecycle.tables.ts";

type KeptRecord = Readonly<Record<string, string | number>>;

/** What is kept of a person around the lives of proposals, by list. */
export async function keptOfPersonInLives(
  db: Database,
  personId: string,
): Promise<Readonly<Record<string, readonly KeptRecord[]>>> {
  const tables = lifecycleTables(db);
  const changes = await tables.selectFrom("proposal_changes").selectAll().where("person_id", "=", personId).execute();
  const options = await tables.selectFrom("added_options").selectAll().where("person_id", "=", personId).execute();
  const templates = await tables
    .selectFrom("proposal_templates")
    .selectAll()
    .where("person_id", "=", personId)
    .execute();
  return {
    closingTimesChanged: changes.map(({ proposal_id, kind, reason, at }) => ({
      proposal: proposal_id,
      what: kind,
      reason,
      at: instantFromMicroseconds(at).toString(),
    })),
    optionsAdded: options.map(({ proposal_id, place, at }) => ({
      proposal: proposal_id,
      place,
      at: instantFromMicroseconds(at).toString(),
    })),
    proposalTemplates: templates.map(({ name, made_at }) => ({
      name,
      made: instantFromMicroseconds(made_at).toString(),
    })),
  };
}
