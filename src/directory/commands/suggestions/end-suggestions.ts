import type { CommandContext } from "../../../kernel/commands/command.ts";
import { deleteSuggestionsOf } from "../../store/suggestions/suggestions.write.ts";

/** A place does not want to be listed: whoever suggested it hears so, and nothing that names it is kept. */
export async function endSuggestions(context: CommandContext, host: string): Promise<void> {
  for (const { id, personId } of await deleteSuggestionsOf(context.db, host)) {
    if (personId === undefined) continue;
    const payload = { suggestionId: id, personId };
    context.emit({ name: "directory-suggestion-unwanted", version: 1, payload });
  }
}
