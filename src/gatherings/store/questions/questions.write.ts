import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { AccessNeeds, Question, QuestionAnswers } from "../../model/questions/questions.ts";
import { questionTables } from "./questions.tables.ts";

export async function writeQuestions(db: Database, gatheringId: string, asked: readonly Question[]): Promise<void> {
  const row = { asked: JSON.stringify(asked) };
  await questionTables(db)
    .insertInto("gathering_questions")
    .values({ gathering_id: gatheringId, ...row })
    .onConflict((conflict) => conflict.column("gathering_id").doUpdateSet(row))
    .execute();
}

export async function writeAnswersOfPerson(
  db: Database,
  gatheringId: string,
  personId: string,
  answers: QuestionAnswers,
  now: Temporal.Instant,
): Promise<void> {
  const { languages, recording, introduction, brings, seeks } = answers;
  const said = {
    languages: JSON.stringify(languages),
    recording,
    introduction,
    brings,
    seeks,
    answered_at: microsecondsFromInstant(now),
  };
  await questionTables(db)
    .insertInto("gathering_question_answers")
    .values({ gathering_id: gatheringId, person_id: personId, ...said })
    .onConflict((conflict) => conflict.columns(["gathering_id", "person_id"]).doUpdateSet(said))
    .execute();
}

export async function writeAccessNeeds(
  db: Database,
  gatheringId: string,
  personId: string,
  needs: AccessNeeds,
): Promise<void> {
  const said = { captions: needs.captions ? 1 : 0, sign_language: needs.signLanguage, other: needs.other };
  await questionTables(db)
    .insertInto("gathering_access_needs")
    .values({ gathering_id: gatheringId, person_id: personId, ...said })
    .onConflict((conflict) => conflict.columns(["gathering_id", "person_id"]).doUpdateSet(said))
    .execute();
}

export async function writeConductAcceptance(
  db: Database,
  accepted: { readonly communityId: string; readonly personId: string; readonly digest: string },
  now: Temporal.Instant,
): Promise<void> {
  const said = { digest: accepted.digest, accepted_at: microsecondsFromInstant(now) };
  await questionTables(db)
    .insertInto("conduct_acceptances")
    .values({ community_id: accepted.communityId, person_id: accepted.personId, ...said })
    .onConflict((conflict) => conflict.columns(["community_id", "person_id"]).doUpdateSet(said))
    .execute();
}

export async function writeKeepingDays(db: Database, communityId: string, days: number): Promise<void> {
  await questionTables(db)
    .insertInto("answer_keeping")
    .values({ community_id: communityId, days })
    .onConflict((conflict) => conflict.column("community_id").doUpdateSet({ days }))
    .execute();
}

/** Deletes everything that anybody answered to the questions of a gathering. */
export async function deleteAnswersOfGathering(db: Database, gatheringId: string): Promise<void> {
  await questionTables(db).deleteFrom("gathering_question_answers").where("gathering_id", "=", gatheringId).execute();
  await questionTables(db).deleteFrom("gathering_access_needs").where("gathering_id", "=", gatheringId).execute();
}

const ofPeople = [
  ["gathering_question_answers", "gathering_id"],
  ["gathering_access_needs", "gathering_id"],
  ["conduct_acceptances", "community_id"],
] as const;

/** Deletes everything one person answered and accepted, everywhere. */
export async function deleteAnswersOfPerson(db: Database, personId: string): Promise<void> {
  for (const [table] of ofPeople) {
    await questionTables(db).deleteFrom(table).where("person_id", "=", personId).execute();
  }
}

/** Puts what one person answered under another, who keeps what they answered themselves. */
export async function carryAnswersOfPerson(db: Database, from: string, to: string): Promise<void> {
  const tables = questionTables(db);
  for (const [table, about] of ofPeople) {
    const own = tables.selectFrom(table).select(about).where("person_id", "=", to);
    await tables
      .updateTable(table)
      .set({ person_id: to })
      .where("person_id", "=", from)
      .where(about, "not in", own)
      .execute();
    await tables.deleteFrom(table).where("person_id", "=", from).execute();
  }
}
