import type { Database } from "../../../kernel/database/database.ts";
import { consentTables } from "./consent.tables.ts";

/**
 * Empties what a person said in consent processes. The words of proposals and decisions stay: they are the community's, which decided
 * on them; who wrote them is nobody's name any more.
 */
export async function forgetInConsents(db: Database, personId: string): Promise<void> {
  const tables = consentTables(db);
  await tables.updateTable("consent_answers").set({ words: "" }).where("person_id", "=", personId).execute();
  await tables.updateTable("consent_questions").set({ text: "" }).where("person_id", "=", personId).execute();
  await tables.updateTable("consent_questions").set({ answer: "" }).where("answered_by", "=", personId).execute();
  await tables
    .updateTable("consent_objections")
    .set({ statement: "", aim: "", evidence: "", severity: "", workable: "" })
    .where("person_id", "=", personId)
    .execute();
  await tables.updateTable("consent_remarks").set({ words: "" }).where("person_id", "=", personId).execute();
}

/** What stands under `joined` stands under `kept` afterwards; where both spoke in a round that was counted, each stays as it was counted. */
export async function carryInConsents(db: Database, kept: string, joined: string): Promise<void> {
  const tables = consentTables(db);
  await tables.updateTable("consents").set({ author_id: kept }).where("author_id", "=", joined).execute();
  await tables.updateTable("consent_versions").set({ written_by: kept }).where("written_by", "=", joined).execute();
  await tables.updateTable("consent_rounds").set({ opened_by: kept }).where("opened_by", "=", joined).execute();
  await tables.updateTable("consent_questions").set({ person_id: kept }).where("person_id", "=", joined).execute();
  await tables.updateTable("consent_questions").set({ answered_by: kept }).where("answered_by", "=", joined).execute();
  await tables.updateTable("consent_objections").set({ person_id: kept }).where("person_id", "=", joined).execute();
  await tables
    .updateTable("consent_answers")
    .set({ person_id: kept })
    .where("person_id", "=", joined)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom("consent_answers as own")
            .select("own.person_id")
            .whereRef("own.consent_id", "=", "consent_answers.consent_id")
            .whereRef("own.kind", "=", "consent_answers.kind")
            .whereRef("own.answers_to", "=", "consent_answers.answers_to")
            .where("own.person_id", "=", kept),
        ),
      ),
    )
    .execute();
  for (const kind of ["adds", "stands", "concern"]) {
    const said = tables
      .selectFrom("consent_remarks")
      .select("objection_id")
      .where("person_id", "=", kept)
      .where("kind", "=", kind);
    await tables
      .deleteFrom("consent_remarks")
      .where("person_id", "=", joined)
      .where("kind", "=", kind)
      .where("objection_id", "in", said)
      .execute();
  }
  await tables.updateTable("consent_remarks").set({ person_id: kept }).where("person_id", "=", joined).execute();
}
