import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { RoundKind } from "../../model/consent/rounds.ts";
import { forThemselves } from "../../model/consent/speaker.ts";
import { consentTables } from "./consent.tables.ts";
import type { ConsentAnswer, ConsentQuestion, ConsentRound, RoundOfAnswers } from "./rounds.read.ts";

/** A round opens. */
export async function insertRound(
  db: Database,
  consentId: string,
  round: Omit<ConsentRound, "closedAt" | "result">,
): Promise<void> {
  await consentTables(db)
    .insertInto("consent_rounds")
    .values({
      consent_id: consentId,
      kind: round.kind,
      number: round.number,
      answers_to: round.answersTo,
      subject: round.subject,
      words: round.words,
      opened_by: round.openedBy ?? null,
      opened_at: microsecondsFromInstant(round.openedAt),
      due_at: microsecondsFromInstant(round.dueAt),
      closed_at: null,
      result: "",
      eligible: round.eligible,
    })
    .execute();
}

/** The open rounds of these kinds close; `result` says what came of them. */
export async function closeRounds(
  db: Database,
  consentId: string,
  kinds: readonly RoundKind[],
  closed: { readonly at: Temporal.Instant; readonly result: string },
): Promise<void> {
  await consentTables(db)
    .updateTable("consent_rounds")
    .set({ closed_at: microsecondsFromInstant(closed.at), result: closed.result })
    .where("consent_id", "=", consentId)
    .where("kind", "in", kinds)
    .where("closed_at", "is", null)
    .execute();
}

/** The open round of this kind lasts until then. */
export async function prolongRound(
  db: Database,
  consentId: string,
  kind: RoundKind,
  dueAt: Temporal.Instant,
): Promise<void> {
  await consentTables(db)
    .updateTable("consent_rounds")
    .set({ due_at: microsecondsFromInstant(dueAt) })
    .where("consent_id", "=", consentId)
    .where("kind", "=", kind)
    .where("closed_at", "is", null)
    .execute();
}

/** What a voice says in a round from now on; what others said for the same organisation gives way. */
export async function writeAnswer(db: Database, round: RoundOfAnswers, answer: ConsentAnswer): Promise<void> {
  if (answer.onBehalfOf !== forThemselves) await removeAnswersFor(db, round, answer.onBehalfOf);
  const said = {
    answer: answer.answer,
    words: answer.words,
    given_at: microsecondsFromInstant(answer.givenAt),
    by: answer.by,
    on_behalf_of: answer.onBehalfOf,
  };
  await consentTables(db)
    .insertInto("consent_answers")
    .values({
      consent_id: round.consentId,
      kind: round.kind,
      answers_to: round.answersTo,
      person_id: answer.personId,
      ...said,
    })
    .onConflict((conflict) => conflict.columns(["consent_id", "kind", "answers_to", "person_id"]).doUpdateSet(said))
    .execute();
}

async function removeAnswersFor(db: Database, round: RoundOfAnswers, organisationId: string): Promise<void> {
  await consentTables(db)
    .deleteFrom("consent_answers")
    .where("consent_id", "=", round.consentId)
    .where("kind", "=", round.kind)
    .where("answers_to", "=", round.answersTo)
    .where("on_behalf_of", "=", organisationId)
    .execute();
}

/** All who gave one answer are taken to have given the other. */
export async function turnAnswers(db: Database, round: RoundOfAnswers, from: string, into: string): Promise<void> {
  await consentTables(db)
    .updateTable("consent_answers")
    .set({ answer: into })
    .where("consent_id", "=", round.consentId)
    .where("kind", "=", round.kind)
    .where("answers_to", "=", round.answersTo)
    .where("answer", "=", from)
    .execute();
}

export async function insertQuestion(
  db: Database,
  question: Pick<ConsentQuestion, "id" | "consentId" | "personId" | "onBehalfOf" | "text" | "askedAt">,
): Promise<void> {
  await consentTables(db)
    .insertInto("consent_questions")
    .values({
      id: question.id,
      consent_id: question.consentId,
      person_id: question.personId,
      on_behalf_of: question.onBehalfOf,
      text: question.text,
      asked_at: microsecondsFromInstant(question.askedAt),
      answer: "",
      answered_by: null,
      answered_at: null,
    })
    .execute();
}

export async function writeQuestionAnswer(
  db: Database,
  id: string,
  answer: { readonly text: string; readonly by: string; readonly at: Temporal.Instant },
): Promise<void> {
  await consentTables(db)
    .updateTable("consent_questions")
    .set({ answer: answer.text, answered_by: answer.by, answered_at: microsecondsFromInstant(answer.at) })
    .where("id", "=", id)
    .execute();
}
