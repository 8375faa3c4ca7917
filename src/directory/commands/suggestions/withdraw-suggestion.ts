import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { suggestionById } from "../../store/suggestions/suggestions.read.ts";
import { deleteSuggestion } from "../../store/suggestions/suggestions.write.ts";
import { mustBeSomebody, type DirectoryRefusal } from "../directory-guards.ts";

/**
 * Somebody takes back a suggestion of theirs that nobody has decided yet; nothing of it is kept.
 *
 * Refuses `not-found` for one that is not theirs or no longer waits, and `sign-in-needed`.
 */
export const withdrawSuggestion = defineCommand({
  name: "directory/withdraw-suggestion",
  input: z.object({ suggestionId: z.string().min(1).max(64) }),
  chain: () => serverChain,
  authorise: mustBeSomebody,
  async run(context, { suggestionId }): Promise<Result<null, DirectoryRefusal>> {
    const { actor, db } = context;
    const suggestion = await suggestionById(db, suggestionId);
    const isTheirs = actor.kind === "person" && suggestion?.personId === actor.personId;
    if (!isTheirs || suggestion.state !== "waiting") return refused({ kind: "not-found" });
    await deleteSuggestion(db, suggestionId);
    context.emit({ name: "directory-suggestion-withdrawn", version: 1, payload: { suggestionId } });
    return accepted(null);
  },
});
