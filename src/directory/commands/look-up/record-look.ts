import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { canonicalJson } from "../../../kernel/base/canonical-json.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import type { Claim } from "../../model/claims.ts";
import type { DescribedEntry } from "../../model/entry.ts";
import { fieldNames } from "../../model/entry-fields.ts";
import { claimsOfLook, domainProofs, lookOutcomes, nextLook, type Look } from "../../model/look-up/look.ts";
import { claimsOf } from "../../store/claims.read.ts";
import { endClaims, insertClaims, renewClaims, settleEntry } from "../../store/directory.write.ts";
import { entryById } from "../../store/entries.read.ts";
import { lookOf } from "../../store/look-up/looks.read.ts";
import { keepLook } from "../../store/look-up/looks.write.ts";
import { mustBeTheProgram, type DirectoryRefusal } from "../directory-guards.ts";
import { takeOffTheList } from "../take-off-the-list.ts";
import { nextLadderLook } from "../ladder/look-at-ladder.ts";
import { settleAfterAccount } from "../ladder/settle-steps.ts";
import { checkProofs } from "../verification/check-proofs.ts";
import { scheduleLook } from "./schedule-look.ts";

const instant = z.string().transform((text) => Temporal.Instant.from(text));

const contactInput = z.union([
  z.literal(["none", "no-answer"]),
  z
    .object({
      uri: z.string().max(2_000),
      handle: z.string().max(300),
      hasMoved: z.boolean(),
      keyChangedAt: instant.optional(),
    })
    .transform(({ keyChangedAt, ...seen }) => ({ ...seen, keyChangedAt })),
]);

const program = { kind: "program" } as const;

/**
 * The program's: what came of looking at a place. What it says of itself stands as measured; what it no longer says has ended; where nobody
 * answers everything stays as it was, with its age. Its proofs are judged by what was seen, and the next look is set.
 *
 * What was seen against the wish of its `robots.txt`, because somebody asked for the place's verification, is kept only once that is proved.
 *
 * Refuses `not-found`, and `only-operators`.
 */
export const recordLook = defineCommand({
  name: "directory/record-look",
  input: z.object({
    entryId: z.string().min(1).max(64),
    manner: z.enum(["by-itself", "asked"]),
    outcome: z.enum(lookOutcomes),
    facts: z
      .array(
        z.object({
          field: z.enum(fieldNames),
          value: z.union([z.string(), z.array(z.string()).max(50).readonly()]),
          source: z.string().max(2_000),
        }),
      )
      .readonly(),
    leadsTo: z.string().max(260).optional(),
    shown: z
      .array(z.object({ by: z.enum(domainProofs), code: z.string().max(80) }))
      .max(500)
      .readonly(),
    sawAllWays: z.boolean(),
    contact: contactInput,
  }),
  chain: () => serverChain,
  authorise: mustBeTheProgram,
  async run(context, { entryId, manner, contact, ...seen }): Promise<Result<Recorded, DirectoryRefusal>> {
    const { db, now } = context;
    const entry = await entryById(db, entryId);
    if (entry === undefined) return refused({ kind: "not-found" });
    if (seen.outcome === "opted-out") {
      await takeOffTheList(context, { entry, host: entry.domain, why: "opted-out" });
      return accepted({ isListed: false, answered: true, proved: [] });
    }
    const look: Look = { ...seen, leadsTo: seen.leadsTo, at: now, contact: undefined };
    const before = await lookOf(db, entry.id);
    const failures = look.outcome === "unreachable" ? (before?.failures ?? 0) + 1 : 0;
    await keepLook(db, entry.id, look, failures);
    const checked = manner === "asked" ? await checkProofs(context, entry, { look, contact }) : entry.proofs;
    const proved = checked.filter(({ state }) => state === "proved").map(({ kind }) => kind);
    const mayKeep = manner === "by-itself" || proved.length > 0;
    const hasNewFacts = look.outcome === "found" && mayKeep && (await keepFacts(context, entry, look));
    if (hasNewFacts || checked !== entry.proofs) await settleEntry(db, entry.id, now);
    await settleAfterAccount(context, entry.id, { before: entry.proofs, after: checked });
    const next = nextLook(look.outcome, failures, now);
    const ladder = await nextLadderLook(db, entry.id);
    // What was due by now has had its turn, even if it was not looked at.
    const isSooner = ladder !== undefined && isBetween(ladder, now, next);
    await scheduleLook(context, entry.id, isSooner ? ladder : next);
    context.emit({ name: "directory-place-looked-at", version: 1, payload: { entryId, outcome: look.outcome } });
    return accepted({ isListed: true, answered: look.outcome !== "unreachable" && look.sawAllWays, proved });
  },
});

function isBetween(instant: Temporal.Instant, start: Temporal.Instant, end: Temporal.Instant): boolean {
  return Temporal.Instant.compare(start, instant) < 0 && Temporal.Instant.compare(instant, end) < 0;
}

/** Whether the place is still listed, whether it answered in every way it was asked, and what it has proved. */
export interface Recorded {
  readonly isListed: boolean;
  readonly answered: boolean;
  readonly proved: readonly string[];
  readonly [name: string]: boolean | readonly string[];
}

/** Keeps what is said now; says whether any of it is new. */
async function keepFacts(context: CommandContext, entry: DescribedEntry, look: Look): Promise<boolean> {
  const { db, now } = context;
  const measured = (await claimsOf(db, [entry.id])).get(entry.id)?.filter(({ basis }) => basis === "measured") ?? [];
  const claims = claimsOfLook(look);
  const stands = (claim: Claim) => measured.some((one) => saysTheSame(one, claim));
  const fresh = claims.filter((claim) => !stands(claim));
  const still = claims.filter(stands).map(({ field }) => field);
  const ended = measured.map(({ field }) => field).filter((field) => !claims.some((claim) => claim.field === field));
  await renewClaims(db, { entryId: entry.id, fields: still, claimant: program, at: now });
  if (ended.length > 0) await endClaims(db, { entryId: entry.id, fields: ended, claimant: program, at: now });
  const named = fresh.map((claim) => ({ ...claim, id: context.ids.next<"claim">() }));
  await insertClaims(db, entry.id, named);
  return fresh.length > 0 || ended.length > 0;
}

function saysTheSame(one: Claim, other: Claim): boolean {
  const said = ({ field, value, sources }: Claim) => canonicalJson([field, value, sources]);
  return said(one) === said(other);
}
