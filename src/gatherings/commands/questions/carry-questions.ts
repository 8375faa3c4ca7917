import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { questionsOf } from "../../store/questions/questions.read.ts";
import { writeQuestions } from "../../store/questions/questions.write.ts";

/** Asks those who come to the next gathering what those of the one before were asked; what they answered stays there. */
export async function carryQuestions(context: CommandContext, from: Gathering, to: Gathering): Promise<void> {
  const asked = await questionsOf(context.db, from.id);
  if (asked.length > 0) await writeQuestions(context.db, to.id, asked);
}
