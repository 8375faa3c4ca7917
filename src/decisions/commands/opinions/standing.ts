import type { CommandContext } from "../../../kernel/commands/command.ts";
import { statementById, type Statement } from "../../store/opinions/opinions.read.ts";
import { mayWrite, mustBeMember, threadOf, type AboutThread, type StandingRefusal } from "../standing.ts";

/** The input of every command about one statement. */
export interface AboutStatement extends AboutThread {
  readonly statementId: string;
}

/** Statements are written and answered by the members of the community who are not kept out of it. */
export async function mayTakePart(context: CommandContext, about: AboutThread): Promise<StandingRefusal | undefined> {
  return (await mayWrite(context, about)) ?? mustBeMember(context, about);
}

/** The statement, if it is of this community's thread and still has its words. */
export async function statementOf(context: CommandContext, about: AboutStatement): Promise<Statement | undefined> {
  const thread = await threadOf(context, about);
  const statement = await statementById(context.db, about.statementId);
  return statement?.threadId === thread?.id && statement?.text !== "" ? statement : undefined;
}
