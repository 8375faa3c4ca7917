import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { Claim } from "../../model/claims.ts";
import { originBounds, type Origin } from "../../model/sharing/origin.ts";
import type { SharedChange, SharedClaim } from "../../model/sharing/shared-changes.ts";
import { standingClaims } from "../../store/claims.read.ts";
import { endClaims, insertClaims, insertEntry } from "../../store/directory.write.ts";
import { entryByDomain } from "../../store/entries.read.ts";
import { heardClaim, heardEntry, heardOfEntry } from "../../store/sharing/heard.read.ts";
import { endHeardClaim, insertHeardClaim, insertHeardEntry } from "../../store/sharing/heard.write.ts";
import { isOptedOut } from "../opt-outs.ts";
import { forgetHeard, settleOrDelete } from "./leave-origin.ts";

/** Of one entry another directory says so much at most. */
const MOST_OF_ENTRY = 1_000;

/** What taking changes came to: how many places and claims are more, and how many claims were passed over, since they are of too many places. */
interface Taken {
  entries: number;
  claims: number;
  passedOver: number;
}

/**
 * Takes the changes of another directory, in their order. What it says stands beside what others say, as said by it; what it takes back ends; of a
 * place that is gone there nothing is left of it. A place that does not want to be listed here stays away.
 */
export async function takeChanges(
  context: CommandContext,
  origin: Origin,
  changes: readonly SharedChange[],
): Promise<Taken> {
  const taken: Taken = { entries: 0, claims: 0, passedOver: 0 };
  const touched = new Set<string>();
  for (const change of changes) {
    for (const claimThere of change.ends) {
      const entryId = await endHeard(context, origin, claimThere);
      if (entryId === undefined) continue;
      taken.claims -= 1;
      touched.add(entryId);
    }
    if (change.says !== undefined) {
      const entryId = await say(context, origin, { entryThere: change.entry, says: change.says, taken });
      if (entryId !== undefined) touched.add(entryId);
    }
    if (change.isGone) await forgetEntry(context, origin, change.entry, touched);
  }
  for (const entryId of touched) await settleOrDelete(context, entryId);
  return taken;
}

interface Saying {
  readonly entryThere: string;
  readonly says: SharedClaim;
  readonly taken: Taken;
}

/** The entry of which something is said now that was not said before. */
async function say(context: CommandContext, origin: Origin, saying: Saying): Promise<string | undefined> {
  const { db, ids, now } = context;
  const { says, taken, entryThere } = saying;
  const claimThere = says.heard.claim;
  if (await isOptedOut(context, says.domain)) return undefined;
  if ((await heardClaim(db, origin.id, claimThere)) !== undefined) return undefined;
  const entryId = await entryOf(context, origin, saying);
  if (entryId === undefined) return undefined;
  const { heard, domain: _domain, ...said } = says;
  const claim: Claim = { ...said, basis: "heard", claimant: { kind: "directory", ...heard }, at: now };
  const id = ids.next<"claim">();
  await insertClaims(db, entryId, [{ ...claim, id }]);
  await insertHeardClaim(db, origin.id, { claimThere, entryThere, claimId: id, entryId });
  taken.claims += 1;
  return entryId;
}

/** The same place is the same by its host; one that is new here is not looked at, since a stranger named it. */
async function entryOf(
  context: CommandContext,
  origin: Origin,
  { entryThere, says, taken }: Saying,
): Promise<string | undefined> {
  const { db, ids, now } = context;
  const known = await heardEntry(db, origin.id, entryThere);
  if (known !== undefined) return known;
  if (origin.entries + taken.entries >= originBounds.entries) {
    taken.passedOver += 1;
    return undefined;
  }
  const { domain } = says;
  const listed = await entryByDomain(db, domain);
  const entryId = listed?.id ?? ids.next<"entry">();
  if (listed === undefined) {
    await insertEntry(db, { id: entryId, domain, name: domain, at: now });
    context.emit({ name: "directory-entry-heard-of", version: 1, payload: { entryId, originId: origin.id } });
  }
  await insertHeardEntry(db, { originId: origin.id, entryThere, entryId });
  taken.entries += 1;
  return entryId;
}

/** The entry of which something no longer stands; it stays among what was said once. */
async function endHeard(context: CommandContext, origin: Origin, claimThere: string): Promise<string | undefined> {
  const { db, now } = context;
  const heard = await heardClaim(db, origin.id, claimThere);
  const claim = heard?.stands === true ? (await standingClaims(db, [heard.claimId])).get(heard.claimId) : undefined;
  if (heard === undefined || claim === undefined) return undefined;
  const { entryId } = heard;
  await endClaims(db, { entryId, fields: [claim.field], claimant: claim.claimant, at: now });
  await endHeardClaim(db, origin.id, claimThere);
  return entryId;
}

async function forgetEntry(
  context: CommandContext,
  origin: Origin,
  entryThere: string,
  touched: Set<string>,
): Promise<void> {
  const heard = await heardOfEntry(context.db, origin.id, entryThere, MOST_OF_ENTRY);
  await forgetHeard(context, origin.id, heard);
  // They are settled by now, or gone.
  for (const { entryId } of heard) touched.delete(entryId);
}
