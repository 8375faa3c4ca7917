import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { DroppedBecause, Origin } from "../../model/sharing/origin.ts";
import { deleteEntry, settleEntry } from "../../store/directory.write.ts";
import { isSpokenOf, someHeard, type HeardClaim } from "../../store/sharing/heard.read.ts";
import { addToOrigin, deleteHeardClaims, deleteHeardEntry } from "../../store/sharing/heard.write.ts";
import { endOrigin } from "../../store/sharing/origins.write.ts";
import { noteChanges } from "../../store/open-data/changes.write.ts";
import { proofsOf } from "../../store/verification/proofs.read.ts";
import { lookJob } from "../look-up/schedule-look.ts";

/** The kind of the jobs that let go what was heard from a directory, each under its id. */
export const forgetJob = "directory/forget-origin";

/** The kind of the jobs that read the changes of a directory, each under its id. */
export const readJob = "directory/read-changes";

/** So much of what was heard goes in one transaction: others wait for no longer than that takes. */
const PER_PART = 300;

/** Follows a directory no more. All that was heard from it goes: the first part at once, and what is more in the next moments. */
export async function leaveOrigin(
  context: CommandContext,
  origin: Origin,
  because: DroppedBecause | undefined,
): Promise<void> {
  const { db, now } = context;
  await endOrigin(db, origin.id, because, now);
  await context.unschedule(readJob, origin.id);
  await forgetSome(context, origin.id);
}

/** Lets the next part go, and has the one after it go in its turn. */
export async function forgetSome(context: CommandContext, originId: string): Promise<void> {
  const { db, now } = context;
  const some = await someHeard(db, originId, PER_PART);
  await forgetHeard(context, originId, some);
  if (some.length < PER_PART) return;
  await context.schedule({ kind: forgetJob, key: originId, due: now, payload: {} });
}

/** What was heard goes, as if it had never been said; a place of which nobody says anything else goes with it. */
export async function forgetHeard(
  context: CommandContext,
  originId: string,
  heard: readonly HeardClaim[],
): Promise<void> {
  const { db, now } = context;
  const standing = heard.filter(({ stands }) => stands);
  await deleteHeardClaims(db, originId, heard);
  await addToOrigin(db, originId, { entries: 0, claims: -standing.length });
  const changes = standing.map(({ entryId, claimId }) => ({ kind: "retraction", entryId, claimId }) as const);
  await noteChanges(db, changes, now);
  for (const entryId of new Set(heard.map((one) => one.entryId))) await settleOrDelete(context, entryId);
  for (const entryThere of new Set(heard.map((one) => one.entryThere))) {
    if ((await deleteHeardEntry(db, originId, entryThere)) > 0) {
      await addToOrigin(db, originId, { entries: -1, claims: 0 });
    }
  }
}

/** An entry is found by what is still said of it; one of which nobody says anything, and which proved nothing, is gone. */
export async function settleOrDelete(context: CommandContext, entryId: string): Promise<void> {
  const { db, now } = context;
  const proofs = (await proofsOf(db, [entryId])).get(entryId) ?? [];
  if (proofs.length > 0 || (await isSpokenOf(db, entryId))) {
    await settleEntry(db, entryId, now);
    return;
  }
  await deleteEntry(db, entryId, now);
  await context.unschedule(lookJob, entryId);
  context.emit({ name: "directory-entry-removed", version: 1, payload: { entryId, why: "nobody-says" } });
}
