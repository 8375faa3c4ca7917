import { answerStatement } from "../decisions/commands/opinions/answer-statement.ts";
import { writeStatement } from "../decisions/commands/opinions/write-statement.ts";
import type { Stage } from "./seed-stage.ts";

/** What the league says of a shared moderator: who wrote it, and how each of the eight below answers, in their order. */
const statements = [
  ["Tess Harrow", "Moderating alone at night wears people out.", "++++++++"],
  ["Jonas Weide", "Every server keeps the last word over its own reports.", "+++++++0"],
  ["Lucía Prado", "A moderator whom nobody pays will not stay.", "++++-0--"],
  ["Kiri Tamahori", "Paying one person changes what volunteers are willing to do.", "--0-++++"],
  ["Pietro Salvi", "We should first try to share shifts without money.", "----++++"],
  ["Noa Lindqvist", "Ten hours a week are enough to begin with.", "+++0-+--"],
  ["Maëlle Kerdoncuff", "Whoever moderates for us must speak two of our languages.", "+-++-++0"],
] as const;

const answering = [
  "Tess Harrow",
  "Jonas Weide",
  "Lucía Prado",
  "Noa Lindqvist",
  "Kiri Tamahori",
  "Pietro Salvi",
  "Maëlle Kerdoncuff",
  "Amadou Keïta",
] as const;

const answers = { "+": "agree", "-": "disagree", "0": "pass" } as const;

/** Where the people of the league stand: two groups, a bridge between them, and enough of them for a map. */
export async function seedOpinions({ run, actorOf, communityId }: Stage, threadId: string): Promise<void> {
  for (const [author, text, said] of statements) {
    const { statementId } = await run(writeStatement, { communityId, threadId, text }, actorOf(author));
    for (const [place, name] of answering.entries()) {
      const answer = answers[said.charAt(place) as keyof typeof answers];
      await run(answerStatement, { communityId, threadId, statementId, answer }, actorOf(name));
    }
  }
}
