import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { hostFrom } from "../../model/host.ts";
import { suggestionBounds } from "../../model/suggestions/suggestion.ts";
import { entryByDomain } from "../../store/entries.read.ts";
import { countMadeBy, countWaiting, latestOfHost } from "../../store/suggestions/suggestions.read.ts";
import { insertSuggestion } from "../../store/suggestions/suggestions.write.ts";
import { mustBeSomebody, type DirectoryRefusal } from "../directory-guards.ts";
import { isOptedOut } from "../opt-outs.ts";

/** Why a place cannot be suggested, or a suggestion not decided. */
export interface SuggestionRefusal extends AnyRefusal {
  readonly kind:
    | "suggested-already"
    | "suggestion-was-refused"
    | "suggested-enough"
    | "suggestions-full"
    | "suggestion-decided";
}

/**
 * Somebody suggests a place, by its host alone; whoever runs the server looks it through before it is listed.
 *
 * Refuses `not-a-host`; `opted-out` for a place that does not want to be listed; `entry-exists`, with where it is; `suggested-already` while
 * it waits; `suggestion-was-refused`, with the reason, if that was lately; `suggested-enough` beyond so many a day of one person;
 * `suggestions-full`; and `sign-in-needed`.
 */
export const suggestPlace = defineCommand({
  name: "directory/suggest-place",
  input: z.object({
    host: z.string().trim().min(1).max(260),
    note: z.string().trim().max(suggestionBounds.text).default(""),
  }),
  chain: () => serverChain,
  authorise: mustBeSomebody,
  async run(context, { host: named, note }): Promise<Result<null, DirectoryRefusal | SuggestionRefusal>> {
    const { actor, db, now } = context;
    if (actor.kind !== "person") return refused({ kind: "sign-in-needed" });
    const host = hostFrom(named);
    if (host === undefined) return refused({ kind: "not-a-host", field: "host" });
    const problem = (await whyNotWanted(context, host)) ?? (await whyTooMuch(context, actor.personId));
    if (problem !== undefined) return refused(problem);
    const id = context.ids.next<"suggestion">();
    await insertSuggestion(db, { id, host, note, personId: actor.personId, at: now });
    // Not its host: it may say one day that it wants to be named nowhere.
    context.emit({ name: "directory-place-suggested", version: 1, payload: { suggestionId: id } });
    return accepted(null);
  },
});

async function whyNotWanted(context: CommandContext, host: string) {
  const { db, now } = context;
  if (await isOptedOut(context, host)) return { kind: "opted-out", field: "host" } as const;
  const known = await entryByDomain(db, host);
  if (known !== undefined) return { kind: "entry-exists", field: "host", name: known.name, entryId: known.id } as const;
  const before = await latestOfHost(db, host);
  if (before?.state === "waiting") return { kind: "suggested-already", field: "host" } as const;
  const until = before?.decidedAt?.add(suggestionBounds.rememberedFor);
  if (before?.state !== "refused" || until === undefined || Temporal.Instant.compare(until, now) <= 0) return undefined;
  return { kind: "suggestion-was-refused", field: "host", reason: before.reason } as const;
}

async function whyTooMuch({ db, now }: CommandContext, personId: string) {
  const { perDay, waiting } = suggestionBounds;
  const lately = { since: now.subtract({ hours: 24 }), upTo: perDay };
  if ((await countMadeBy(db, personId, lately)) >= perDay) return { kind: "suggested-enough", most: perDay } as const;
  if ((await countWaiting(db, waiting)) >= waiting) return { kind: "suggestions-full" } as const;
  return undefined;
}
