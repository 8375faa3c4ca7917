import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { PersonId } from "../../model/gathering.ts";
import {
  askableQuestions,
  usualKeepingDays,
  type AccessNeeds,
  type Question,
  type QuestionAnswers,
  type RecordingConsent,
} from "../../model/questions/questions.ts";
import { questionTables, type QuestionAnswersRow } from "./questions.tables.ts";

/** What a gathering asks, in the order of the form; empty when its organisers chose nothing. */
export async function questionsOf(db: Database, gatheringId: string): Promise<readonly Question[]> {
  const row = await questionTables(db)
    .selectFrom("gathering_questions")
    .select("asked")
    .where("gathering_id", "=", gatheringId)
    .executeTakeFirst();
  const asked = row === undefined ? [] : (JSON.parse(row.asked) as readonly string[]);
  return askableQuestions.filter((question) => asked.includes(question));
}

/** What one person answered; undefined for somebody who has not. */
export async function answersOfPerson(
  db: Database,
  gatheringId: string,
  personId: string,
): Promise<QuestionAnswers | undefined> {
  const row = await questionTables(db)
    .selectFrom("gathering_question_answers")
    .selectAll()
    .where("gathering_id", "=", gatheringId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row === undefined ? undefined : answersFromRow(row);
}

/** Answers of those who come, or may come, by id after `after`; at most `limit`. */
export async function answersOfGathering(
  db: Database,
  gatheringId: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly (QuestionAnswers & { readonly person: PersonId })[]> {
  const rows = await questionTables(db)
    .selectFrom("gathering_question_answers")
    .selectAll()
    .where("gathering_id", "=", gatheringId)
    .where("person_id", ">", after)
    .orderBy("person_id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...answersFromRow(row), person: row.person_id as PersonId }));
}

/** How many asked for captions: a number alone, which organisers may know. */
export async function countCaptions(db: Database, gatheringId: string): Promise<number> {
  const row = await questionTables(db)
    .selectFrom("gathering_access_needs")
    .select((expression) => expression.fn.countAll<number>().as("count"))
    .where("gathering_id", "=", gatheringId)
    .where("captions", "=", 1)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** What one person needs. Only for whom `mayReadAccessNeeds` lets read it. */
export async function accessNeedsOf(
  db: Database,
  gatheringId: string,
  personId: string,
): Promise<AccessNeeds | undefined> {
  const row = await questionTables(db)
    .selectFrom("gathering_access_needs")
    .selectAll()
    .where("gathering_id", "=", gatheringId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row === undefined
    ? undefined
    : { captions: row.captions === 1, signLanguage: row.sign_language, other: row.other };
}

/** What people need, in the order of their ids, at most `limit` of them after one. Only for whom `mayReadAccessNeeds` lets read them. */
export async function accessNeedsOfGathering(
  db: Database,
  gatheringId: string,
  page: { readonly after: string; readonly limit: number },
): Promise<readonly (AccessNeeds & { readonly person: PersonId })[]> {
  const rows = await questionTables(db)
    .selectFrom("gathering_access_needs")
    .selectAll()
    .where("gathering_id", "=", gatheringId)
    .where("person_id", ">", page.after)
    .orderBy("person_id")
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({
    person: row.person_id as PersonId,
    captions: row.captions === 1,
    signLanguage: row.sign_language,
    other: row.other,
  }));
}

/** Which wording of the community's code of conduct somebody accepted; undefined for none. */
export async function acceptedConduct(
  db: Database,
  communityId: string,
  personId: string,
): Promise<string | undefined> {
  const row = await questionTables(db)
    .selectFrom("conduct_acceptances")
    .select("digest")
    .where("community_id", "=", communityId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row?.digest;
}

/** For how many days after a gathering a community keeps answers. */
export async function keepingDaysOf(db: Database, communityId: string): Promise<number> {
  const row = await questionTables(db)
    .selectFrom("answer_keeping")
    .select("days")
    .where("community_id", "=", communityId)
    .executeTakeFirst();
  return row?.days ?? usualKeepingDays;
}

/** The answers in a row. */
function answersFromRow(row: QuestionAnswersRow): QuestionAnswers {
  return {
    languages: JSON.parse(row.languages) as readonly string[],
    recording: row.recording as RecordingConsent | null,
    introduction: row.introduction,
    brings: row.brings,
    seeks: row.seeks,
  };
}

/** All that questions keep of one person, for them to take along. */
export async function questionsKeptOf(db: Database, personId: string) {
  const tables = questionTables(db);
  const answers = await tables
    .selectFrom("gathering_question_answers")
    .selectAll()
    .where("person_id", "=", personId)
    .execute();
  const needs = await tables
    .selectFrom("gathering_access_needs")
    .selectAll()
    .where("person_id", "=", personId)
    .execute();
  const conduct = await tables
    .selectFrom("conduct_acceptances")
    .selectAll()
    .where("person_id", "=", personId)
    .execute();
  return {
    answers: answers.map((row) => ({ gathering: row.gathering_id, ...answersFromRow(row) })),
    accessNeeds: needs.map((row) => ({
      gathering: row.gathering_id,
      captions: row.captions === 1,
      signLanguage: row.sign_language,
      other: row.other,
    })),
    conduct: conduct.map((row) => ({
      community: row.community_id,
      digest: row.digest,
      accepted: instantFromMicroseconds(row.accepted_at).toString(),
    })),
  };
}
