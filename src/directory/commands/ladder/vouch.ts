import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { footingOf } from "../../model/ladder/evidence.ts";
import { vouchBounds } from "../../model/ladder/vouch.ts";
import { entryByDomain, entryById } from "../../store/entries.read.ts";
import { deleteVouch, keepVouch } from "../../store/ladder/ladder.write.ts";
import { vouchedForBy, vouchesFor } from "../../store/ladder/vouches.read.ts";
import { mustBeSomebody, type DirectoryRefusal } from "../directory-guards.ts";
import { speaksFor } from "../verification/speaks-for.ts";
import { spokenPlace, type LadderRefusal } from "./ladder-refusals.ts";
import { settleSteps } from "./settle-steps.ts";

/** One's own place by its host, in the form. */
const own = z.string().trim().toLowerCase().min(1).max(260);

/**
 * Whoever speaks for a place vouches for another for a year: that it is what it says it is. Said again, it goes on for a year from then.
 *
 * Refuses `not-found`; `only-who-speaks` for whoever does not speak for the place they name; `vouch-for-itself`, also for whoever speaks for both;
 * `not-a-verified-place` for one that nobody speaks for; `vouched-enough`; and `sign-in-needed`.
 */
export const vouch = defineCommand({
  name: "directory/vouch",
  input: z.object({
    entryId: z.string().min(1).max(64),
    by: own,
    note: z.string().trim().max(vouchBounds.note),
  }),
  chain: () => serverChain,
  authorise: mustBeSomebody,
  async run(context, { entryId, by, note }): Promise<Result<null, LadderRefusal | DirectoryRefusal>> {
    const { db, now } = context;
    const spoken = await spokenPlace(context, (await entryByDomain(db, by))?.id ?? "");
    if (typeof spoken === "string") return refused({ kind: "only-who-speaks", field: "by" });
    const entry = await entryById(db, entryId);
    if (entry === undefined) return refused({ kind: "not-found" });
    const isOwn = entry.id === spoken.entry.id || (await speaksFor(context, entry));
    if (isOwn) return refused({ kind: "vouch-for-itself" });
    if (footingOf(entry.proofs) === undefined) return refused({ kind: "not-a-verified-place" });
    const [given, had] = [await vouchedForBy(db, spoken.entry.id), await vouchesFor(db, entry.id)];
    const before = had.find((one) => one.by.entryId === spoken.entry.id);
    if (before === undefined && (given.length >= vouchBounds.given || had.length >= vouchBounds.had)) {
      return refused({ kind: "vouched-enough" });
    }
    const { footing, personId } = spoken;
    const said = { id: context.ids.next<"vouch">(), note, accountUri: footing.uri, personId, at: now };
    await keepVouch(db, { ...said, entryId: entry.id, byEntryId: spoken.entry.id });
    const payload = { entryId: entry.id, byEntryId: spoken.entry.id };
    // Whoever changes a word of it within a day writes to nobody again.
    const isReworded = before !== undefined && Temporal.Instant.compare(before.saidAt.add({ hours: 24 }), now) > 0;
    const name = isReworded ? "directory-vouch-reworded" : "directory-place-vouched-for";
    context.emit({ name, version: 1, payload });
    await settleSteps(context, entry.id);
    return accepted(null);
  },
});

/**
 * Whoever speaks for a place takes back that it vouches for another.
 *
 * Refuses `not-found`, also where it does not vouch; `only-who-speaks`; and `sign-in-needed`.
 */
export const withdrawVouch = defineCommand({
  name: "directory/withdraw-vouch",
  input: z.object({ entryId: z.string().min(1).max(64), by: own }),
  chain: () => serverChain,
  authorise: mustBeSomebody,
  async run(context, { entryId, by }): Promise<Result<null, LadderRefusal | DirectoryRefusal>> {
    const spoken = await spokenPlace(context, (await entryByDomain(context.db, by))?.id ?? "");
    if (typeof spoken === "string") return refused({ kind: "only-who-speaks", field: "by" });
    const vouching = { entryId, byEntryId: spoken.entry.id };
    if (!(await deleteVouch(context.db, vouching))) return refused({ kind: "not-found" });
    context.emit({ name: "directory-vouch-withdrawn", version: 1, payload: vouching });
    await settleSteps(context, entryId);
    return accepted(null);
  },
});
