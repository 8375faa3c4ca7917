import type { CommandContext } from "../../../kernel/commands/command.ts";
import { decisionsNamedIn, type CitingKind } from "../../model/register/citations.ts";
import { writeCitations } from "../../store/register/citations.write.ts";

/** Lets the decisions whose addresses stand in a text know that it cites them as precedents; written anew when the text changes. */
export async function citeDecisions(
  context: CommandContext,
  kind: CitingKind,
  text: { readonly about: string; readonly threadId: string; readonly text: string },
): Promise<void> {
  const { about, threadId } = text;
  await writeCitations(context.db, { kind, about, threadId, at: context.now }, decisionsNamedIn(text.text));
}
