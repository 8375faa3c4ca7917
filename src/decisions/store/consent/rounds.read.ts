import { instantFromMicroseconds, instantOrNone } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { prepared } from "../../../kernel/database/prepared.ts";
import type { RoundKind } from "../../model/consent/rounds.ts";
import type { QuestionId } from "../../model/consent/consent-id.ts";
import { forThemselves, type Speaker } from "../../model/consent/speaker.ts";
import type { PersonId } from "../../model/thread.ts";
import type { ProposalTables } from "../proposals/proposals.tables.ts";
import {
  consentTables,
  type ConsentAnswerRow,
  type ConsentQuestionRow,
  type ConsentRoundRow,
  type ConsentTables,
} from "./consent.tables.ts";

/** A round in which the circle is asked. */
export interface ConsentRound {
  readonly kind: RoundKind;
  readonly number: number;
  readonly answersTo: number;
  readonly subject: string;
  readonly words: string;
  readonly openedBy: PersonId | undefined;
  readonly openedAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant;
  readonly closedAt: Temporal.Instant | undefined;
  readonly result: string;
  readonly eligible: number;
}

/** What one voice said in a round, and who spoke for it. */
export interface ConsentAnswer extends Speaker {
  readonly answer: string;
  readonly words: string;
  readonly givenAt: Temporal.Instant;
  readonly by: string;
}

/** Names the answers of one round. */
export interface RoundOfAnswers {
  readonly consentId: string;
  readonly kind: RoundKind;
  readonly answersTo: number;
}

export async function roundOf(
  db: Database,
  consentId: string,
  kind: RoundKind,
  number: number,
): Promise<ConsentRound | undefined> {
  const row = await consentTables(db)
    .selectFrom("consent_rounds")
    .selectAll()
    .where("consent_id", "=", consentId)
    .where("kind", "=", kind)
    .where("number", "=", number)
    .executeTakeFirst();
  return row === undefined ? undefined : roundFromRow(row);
}

/** The rounds of one kind, the newest first; at most 20. */
export async function roundsOf(db: Database, consentId: string, kind: RoundKind): Promise<readonly ConsentRound[]> {
  const rows = await consentTables(db)
    .selectFrom("consent_rounds")
    .selectAll()
    .where("consent_id", "=", consentId)
    .where("kind", "=", kind)
    .orderBy("number", "desc")
    .limit(20)
    .execute();
  return rows.map(roundFromRow);
}

/** How many gave each answer of a round. */
export async function answerCounts(db: Database, round: RoundOfAnswers): Promise<ReadonlyMap<string, number>> {
  const rows = await consentTables(db)
    .selectFrom("consent_answers")
    .select(["answer", (row) => row.fn.countAll<number>().as("count")])
    .where("consent_id", "=", round.consentId)
    .where("kind", "=", round.kind)
    .where("answers_to", "=", round.answersTo)
    .groupBy("answer")
    .execute();
  return new Map(rows.map(({ answer, count }) => [answer, count]));
}

/** What a voice said in a round: a person, or an organisation, whoever spoke for it. */
export async function answerOf(
  db: Database,
  round: RoundOfAnswers,
  { personId, onBehalfOf }: Speaker,
): Promise<ConsentAnswer | undefined> {
  const { rows } =
    onBehalfOf === forThemselves
      ? await answerRow(db, { ...round, personId })
      : await answerRowOfOrganisation(db, { ...round, onBehalfOf });
  return rows[0] === undefined ? undefined : answerFromRow(rows[0]);
}

const answerRow = prepared((db, given: { consentId: string; kind: string; answersTo: number; personId: string }) =>
  consentTables(db)
    .selectFrom("consent_answers")
    .selectAll()
    .where("consent_id", "=", given.consentId)
    .where("kind", "=", given.kind)
    .where("answers_to", "=", given.answersTo)
    .where("person_id", "=", given.personId),
);

const answerRowOfOrganisation = prepared(
  (db, given: { consentId: string; kind: string; answersTo: number; onBehalfOf: string }) =>
    consentTables(db)
      .selectFrom("consent_answers")
      .selectAll()
      .where("consent_id", "=", given.consentId)
      .where("kind", "=", given.kind)
      .where("answers_to", "=", given.answersTo)
      .where("on_behalf_of", "=", given.onBehalfOf),
);

/** The answers of a round in the order given. */
export async function answersOf(
  db: Database,
  round: RoundOfAnswers,
  page: { readonly skip: number; readonly limit: number },
): Promise<readonly ConsentAnswer[]> {
  const rows = await consentTables(db)
    .selectFrom("consent_answers")
    .selectAll()
    .where("consent_id", "=", round.consentId)
    .where("kind", "=", round.kind)
    .where("answers_to", "=", round.answersTo)
    .orderBy("given_at")
    .orderBy("person_id")
    .limit(page.limit)
    .offset(page.skip)
    .execute();
  return rows.map(answerFromRow);
}

/** The answers of a round that bear this answer; at most `limit`. */
export async function answersSaying(
  db: Database,
  round: RoundOfAnswers,
  answer: string,
  limit: number,
): Promise<readonly ConsentAnswer[]> {
  const rows = await consentTables(db)
    .selectFrom("consent_answers")
    .selectAll()
    .where("consent_id", "=", round.consentId)
    .where("kind", "=", round.kind)
    .where("answers_to", "=", round.answersTo)
    .where("answer", "=", answer)
    .orderBy("given_at")
    .limit(limit)
    .execute();
  return rows.map(answerFromRow);
}

/** Those who may answer and have not, in the order of their ids. `electorate` names the frozen list: see `electorateOf`. */
export async function silentIn(
  db: Database,
  round: RoundOfAnswers,
  electorate: string,
  page: { readonly after: string; readonly limit: number },
): Promise<readonly PersonId[]> {
  const rows = await db
    .withTables<ConsentTables & ProposalTables>()
    .selectFrom("proposal_electors as elector")
    .select("elector.person_id")
    .where("elector.proposal_id", "=", electorate)
    .where("elector.person_id", ">", page.after)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom("consent_answers as answer")
            .select("answer.person_id")
            .where("answer.consent_id", "=", round.consentId)
            .where("answer.kind", "=", round.kind)
            .where("answer.answers_to", "=", round.answersTo)
            .whereRef("answer.person_id", "=", "elector.person_id"),
        ),
      ),
    )
    .orderBy("elector.person_id")
    .limit(page.limit)
    .execute();
  return rows.map((row) => row.person_id as PersonId);
}

/** A question of the first round. */
export interface ConsentQuestion extends Speaker {
  readonly id: QuestionId;
  readonly consentId: string;
  readonly text: string;
  readonly askedAt: Temporal.Instant;
  readonly answer: string;
  readonly answeredBy: PersonId | undefined;
  readonly answeredAt: Temporal.Instant | undefined;
}

/** The questions in the order asked; at most 100. */
export async function questionsOf(db: Database, consentId: string): Promise<readonly ConsentQuestion[]> {
  const rows = await consentTables(db)
    .selectFrom("consent_questions")
    .selectAll()
    .where("consent_id", "=", consentId)
    .orderBy("asked_at")
    .limit(100)
    .execute();
  return rows.map(questionFromRow);
}

export async function questionById(db: Database, id: string): Promise<ConsentQuestion | undefined> {
  const row = await consentTables(db)
    .selectFrom("consent_questions")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? undefined : questionFromRow(row);
}

export async function countOpenQuestions(db: Database, consentId: string): Promise<number> {
  const { count } = await consentTables(db)
    .selectFrom("consent_questions")
    .select((row) => row.fn.countAll<number>().as("count"))
    .where("consent_id", "=", consentId)
    .where("answered_at", "is", null)
    .executeTakeFirstOrThrow();
  return count;
}

function roundFromRow(row: ConsentRoundRow): ConsentRound {
  return {
    kind: row.kind as RoundKind,
    number: row.number,
    answersTo: row.answers_to,
    subject: row.subject,
    words: row.words,
    openedBy: (row.opened_by as PersonId | null) ?? undefined,
    openedAt: instantFromMicroseconds(row.opened_at),
    dueAt: instantFromMicroseconds(row.due_at),
    closedAt: instantOrNone(row.closed_at),
    result: row.result,
    eligible: row.eligible,
  };
}

function answerFromRow(row: ConsentAnswerRow): ConsentAnswer {
  return {
    personId: row.person_id as PersonId,
    onBehalfOf: row.on_behalf_of,
    answer: row.answer,
    words: row.words,
    givenAt: instantFromMicroseconds(row.given_at),
    by: row.by,
  };
}

function questionFromRow(row: ConsentQuestionRow): ConsentQuestion {
  return {
    id: row.id as QuestionId,
    consentId: row.consent_id,
    personId: row.person_id as PersonId,
    onBehalfOf: row.on_behalf_of,
    text: row.text,
    askedAt: instantFromMicroseconds(row.asked_at),
    answer: row.answer,
    answeredBy: (row.answered_by as PersonId | null) ?? undefined,
    answeredAt: instantOrNone(row.answered_at),
  };
}
