import type { CommandContext } from "../../kernel/commands/command.ts";
import type { Claim } from "../model/claims.ts";
import type { EntryId } from "../model/entry.ts";
import { insertClaims, settleEntry } from "../store/directory.write.ts";

/** Writes what one claimant says of an entry, and lets it be found by that. */
export async function writeClaims(context: CommandContext, entryId: EntryId, claims: readonly Claim[]): Promise<void> {
  const named = claims.map((claim) => ({ ...claim, id: context.ids.next<"claim">() }));
  await insertClaims(context.db, entryId, named);
  await settleEntry(context.db, entryId, context.now);
}
