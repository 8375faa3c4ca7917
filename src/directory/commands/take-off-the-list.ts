import type { CommandContext } from "../../kernel/commands/command.ts";
import type { Entry } from "../model/entry.ts";
import { deleteEntry } from "../store/directory.write.ts";
import { documentsOf } from "../store/ladder/evidence.read.ts";
import { vouchedForBy } from "../store/ladder/vouches.read.ts";
import { dropVersions } from "./ladder/keep-version.ts";
import { settlingJob } from "./ladder/schedule-settling.ts";
import { settleSteps } from "./ladder/settle-steps.ts";
import { lookJob } from "./look-up/schedule-look.ts";
import { optOut } from "./opt-outs.ts";
import { endSuggestions } from "./suggestions/end-suggestions.ts";

/** Takes a place off the list, if it is on it; a host that does not want to be listed is kept away from it, whether it was or not. */
export async function takeOffTheList(
  context: CommandContext,
  what: {
    readonly entry: Pick<Entry, "id"> | undefined;
    readonly host: string | undefined;
    readonly why: "opted-out" | "mistaken";
  },
): Promise<void> {
  const { entry, host, why } = what;
  if (why === "opted-out" && host !== undefined) {
    await optOut(context, host);
    await endSuggestions(context, host);
  }
  if (entry === undefined) return;
  const vouchedFor = await vouchedForBy(context.db, entry.id);
  await dropVersions(context, await documentsOf(context.db, entry.id));
  await deleteEntry(context.db, entry.id, context.now);
  await context.unschedule(lookJob, entry.id);
  await context.unschedule(settlingJob, entry.id);
  for (const other of vouchedFor) await settleSteps(context, other);
  // Not its host: whoever opted out is to be named nowhere.
  context.emit({ name: "directory-entry-removed", version: 1, payload: { entryId: entry.id, why } });
}
