import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext, type InvalidInput } from "../../../kernel/commands/command.ts";
import { suggestionBounds, type Suggestion } from "../../model/suggestions/suggestion.ts";
import { entryByDomain } from "../../store/entries.read.ts";
import { suggestionById } from "../../store/suggestions/suggestions.read.ts";
import { decideSuggestion, forgetDecidedBefore } from "../../store/suggestions/suggestions.write.ts";
import { addEntry } from "../add-entry.ts";
import { mustBeOperator, type DirectoryRefusal } from "../directory-guards.ts";
import type { SuggestionRefusal } from "./suggest-place.ts";

type Refusal = DirectoryRefusal | SuggestionRefusal;

const suggestionInput = z.string().min(1).max(64);

/**
 * An operator lists a place that was suggested; its server is looked at in the next minutes, as of every place that is added. One that came to
 * the list meanwhile is the same entry.
 *
 * Refuses `not-found`, `suggestion-decided`, `opted-out` for a place that said so meanwhile, and `only-operators`.
 */
export const acceptSuggestion = defineCommand({
  name: "directory/accept-suggestion",
  input: z.object({ suggestionId: suggestionInput }),
  chain: () => serverChain,
  authorise: mustBeOperator,
  async run(context, { suggestionId }): Promise<Result<{ readonly entryId: string }, Refusal | InvalidInput>> {
    const waiting = await waitingSuggestion(context, suggestionId);
    if (!waiting.ok) return waiting;
    const { host } = waiting.value;
    const known = await entryByDomain(context.db, host);
    const listed =
      known === undefined ? await context.execute(addEntry, { domain: host }) : accepted({ entryId: known.id });
    if (!listed.ok) return listed;
    const { entryId } = listed.value;
    await decideSuggestion(context.db, suggestionId, { state: "accepted", entryId, at: context.now });
    await forgetOld(context);
    context.emit({ name: "directory-suggestion-accepted", version: 1, payload: { suggestionId, entryId } });
    return accepted({ entryId });
  },
});

/**
 * An operator does not list a place that was suggested, and says why.
 *
 * Refuses `not-found`, `suggestion-decided`, and `only-operators`.
 */
export const refuseSuggestion = defineCommand({
  name: "directory/refuse-suggestion",
  input: z.object({ suggestionId: suggestionInput, reason: z.string().trim().min(1).max(suggestionBounds.text) }),
  chain: () => serverChain,
  authorise: mustBeOperator,
  async run(context, { suggestionId, reason }): Promise<Result<null, Refusal>> {
    const waiting = await waitingSuggestion(context, suggestionId);
    if (!waiting.ok) return waiting;
    await decideSuggestion(context.db, suggestionId, { state: "refused", reason, at: context.now });
    await forgetOld(context);
    context.emit({ name: "directory-suggestion-refused", version: 1, payload: { suggestionId } });
    return accepted(null);
  },
});

async function waitingSuggestion({ db }: CommandContext, id: string): Promise<Result<Suggestion, Refusal>> {
  const suggestion = await suggestionById(db, id);
  if (suggestion === undefined) return refused({ kind: "not-found" });
  return suggestion.state === "waiting" ? accepted(suggestion) : refused({ kind: "suggestion-decided" });
}

function forgetOld({ db, now }: CommandContext): Promise<void> {
  return forgetDecidedBefore(db, now.subtract(suggestionBounds.rememberedFor));
}
