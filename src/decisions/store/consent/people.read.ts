import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { consentTables } from "./consent.tables.ts";

type KeptRecord = Readonly<Record<string, string | number>>;

/** All that consent processes keep of a person, by list, for them to take along. */
export async function keptOfPersonInConsents(
  db: Database,
  personId: string,
): Promise<Readonly<Record<string, readonly KeptRecord[]>>> {
  const tables = consentTables(db);
  const [proposals, versions, answers, questions, answered, objections, remarks, motions] = await Promise.all([
    tables.selectFrom("consents").selectAll().where("author_id", "=", personId).execute(),
    tables.selectFrom("consent_versions").selectAll().where("written_by", "=", personId).execute(),
    tables.selectFrom("consent_answers").selectAll().where("person_id", "=", personId).execute(),
    tables.selectFrom("consent_questions").selectAll().where("person_id", "=", personId).execute(),
    tables.selectFrom("consent_questions").selectAll().where("answered_by", "=", personId).execute(),
    tables.selectFrom("consent_objections").selectAll().where("person_id", "=", personId).execute(),
    tables.selectFrom("consent_remarks").selectAll().where("person_id", "=", personId).execute(),
    tables.selectFrom("consent_rounds").selectAll().where("opened_by", "=", personId).execute(),
  ]);
  return {
    consentProposals: proposals.map((row) => ({
      id: row.id,
      title: row.title,
      need: row.need,
      aim: row.aim,
      ending: row.ending_reason,
      drafted: instantText(row.drafted_at),
    })),
    consentVersions: versions.map((row) => ({
      proposal: row.consent_id,
      version: row.version,
      text: row.text,
      measures: row.measures,
      responsible: row.responsible,
      note: row.note,
      written: instantText(row.written_at),
    })),
    consentAnswers: answers.map((row) => ({
      proposal: row.consent_id,
      round: row.kind,
      for: row.on_behalf_of,
      answer: row.answer,
      words: row.words,
      given: instantText(row.given_at),
    })),
    consentQuestions: [
      ...questions.map((row) => ({ proposal: row.consent_id, text: row.text, asked: instantText(row.asked_at) })),
      ...answered.map((row) => ({ proposal: row.consent_id, answer: row.answer })),
    ],
    objections: objections.map((row) => ({
      proposal: row.consent_id,
      version: row.version,
      for: row.on_behalf_of,
      statement: row.statement,
      kind: row.kind,
      aim: row.aim,
      evidence: row.evidence,
      severity: row.severity,
      workable: row.workable,
      state: row.state,
      raised: instantText(row.raised_at),
    })),
    objectionRemarks: remarks.map((row) => ({
      objection: row.objection_id,
      kind: row.kind,
      words: row.words,
      said: instantText(row.said_at),
    })),
    consentMotions: motions.map((row) => ({ proposal: row.consent_id, subject: row.subject, words: row.words })),
  };
}

function instantText(microseconds: number): string {
  return instantFromMicroseconds(microseconds).toString();
}
