import { answerAt, type OpinionAnswer } from "../../model/opinions/answers.ts";
import type { OpinionDrawing } from "../../model/opinions/drawing.ts";
import { answersBy, drawingOf, statementsOf, type Statement } from "../../store/opinions/opinions.read.ts";
import type { ThreadVisit } from "../visit.ts";

export const statementsPerPage = 50;

/** A statement, with what the reader says of it. */
export interface ReadStatement extends Statement {
  readonly mine: OpinionAnswer | undefined;
}

/** All that the page of a thread's opinions shows. */
export interface OpinionsView {
  readonly visit: ThreadVisit;
  /** Those that still have their words. */
  readonly statements: readonly ReadStatement[];
  /** The one to answer now: which the reader chose, else the next they have not answered. */
  readonly asked: ReadStatement | undefined;
  readonly answered: number;
  readonly drawing: OpinionDrawing | undefined;
  /** The first statement of the list on this page, from 0. */
  readonly from: number;
}

/** Reads what a thread's page of opinions shows; `chosenId` is the statement the reader chose to answer, if they did. */
export async function readOpinionsView(visit: ThreadVisit, chosenId: string | undefined): Promise<OpinionsView> {
  const { application, thread, personId, c } = visit;
  const { read } = application;
  const [all, answers, drawing] = await Promise.all([
    statementsOf(read, thread.id),
    personId === undefined ? "" : answersBy(read, thread.id, personId),
    drawingOf(read, thread.id),
  ]);
  const statements = all
    .filter(({ text }) => text !== "")
    .map((statement) => Object.assign({ mine: answerAt(answers, statement.place) }, statement));
  const asked = statements.find(({ id }) => id === chosenId) ?? statements.find(({ mine }) => mine === undefined);
  const from = Number(c.req.query("from") ?? "0");
  return {
    visit,
    statements,
    asked,
    answered: statements.filter(({ mine }) => mine !== undefined).length,
    drawing,
    from: Number.isSafeInteger(from) && from > 0 && from < statements.length ? from : 0,
  };
}
