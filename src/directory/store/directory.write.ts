import { canonicalJson, type Json } from "../../kernel/base/canonical-json.ts";
import { searchableWords } from "../../kernel/base/folded-words.ts";
import { microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import { claimantKey, settledFields, type Claim, type Claimant } from "../model/claims.ts";
import { isFieldName, type FieldName } from "../model/entry-fields.ts";
import { facetsOf } from "../model/filter.ts";
import { claimsOf } from "./claims.read.ts";
import { directoryTables } from "./directory.tables.ts";
import { deleteLook } from "./look-up/looks.write.ts";
import { recount } from "./reading/tallies.write.ts";
import { deleteLadder } from "./ladder/ladder.write.ts";
import { stepsOf } from "./ladder/steps.read.ts";
import { leaveTombstone, noteChanges } from "./open-data/changes.write.ts";
import { deleteContests } from "./contests/contests.write.ts";
import { deleteHeard } from "./sharing/heard.write.ts";
import { deleteReplies } from "./replies/replies.write.ts";
import { proofsOf } from "./verification/proofs.read.ts";
import { deleteProofs } from "./verification/proofs.write.ts";

/** A new place, of which nothing is said yet. */
export async function insertEntry(
  db: Database,
  entry: {
    readonly id: string;
    readonly domain: string | undefined;
    readonly name: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const tables = directoryTables(db);
  await noteChanges(db, [{ kind: "entry-added", entryId: entry.id }], entry.at);
  const number = await addToCount(db, "numbers", 1);
  await addToCount(db, "entries", 1);
  await tables
    .insertInto("directory_entries")
    .values({
      id: entry.id,
      number,
      domain: entry.domain ?? null,
      name: entry.name,
      sort_name: entry.name.toLowerCase(),
      added_at: microsecondsFromInstant(entry.at),
      changed_at: microsecondsFromInstant(entry.at),
    })
    .execute();
}

/** A place that is no longer listed, with all that was said of it and by what it was found. */
export async function deleteEntry(db: Database, entryId: string, at: Temporal.Instant): Promise<void> {
  const tables = directoryTables(db);
  await leaveTombstone(db, entryId, at);
  const { number } = await tables
    .selectFrom("directory_entries")
    .select("number")
    .where("id", "=", entryId)
    .executeTakeFirstOrThrow();
  await tables.deleteFrom("directory_words").where("number", "=", number).execute();
  await recount(db, { before: await unfind(db, entryId), after: [] });
  await tables.deleteFrom("directory_claims").where("entry_id", "=", entryId).execute();
  await deleteLook(db, entryId);
  await deleteProofs(db, entryId);
  await deleteLadder(db, entryId);
  await deleteReplies(db, entryId);
  await deleteContests(db, entryId);
  await deleteHeard(db, entryId);
  await tables.deleteFrom("directory_entries").where("id", "=", entryId).execute();
  await addToCount(db, "entries", -1);
}

async function addToCount(db: Database, of: "entries" | "numbers", more: 1 | -1): Promise<number> {
  const { count } = await directoryTables(db)
    .insertInto("directory_counts")
    .values({ of, count: more })
    .onConflict((conflict) =>
      conflict.column("of").doUpdateSet((row) => ({ count: row("directory_counts.count", "+", more) })),
    )
    .returning("count")
    .executeTakeFirstOrThrow();
  return count;
}

/** Claims of one claimant on an entry; what the same one said before of these fields has ended. */
export async function insertClaims(
  db: Database,
  entryId: string,
  claims: readonly (Claim & { readonly id: string })[],
): Promise<void> {
  const [first] = claims;
  if (first === undefined) return;
  const fields = claims.map(({ field }) => field);
  const replaced = await endStanding(db, { entryId, fields, claimant: first.claimant, at: first.at });
  await directoryTables(db)
    .insertInto("directory_claims")
    .values(
      claims.map((claim) => ({
        id: claim.id,
        entry_id: entryId,
        field: claim.field,
        value: canonicalJson(claim.value as Json),
        basis: claim.basis,
        claimant: claimantKey(claim.claimant),
        person_id: claim.claimant.kind === "person" ? claim.claimant.personId : null,
        said_at: microsecondsFromInstant(claim.at),
        as_of: claim.asOf,
        sources: canonicalJson(claim.sources),
        certainty: claim.certainty,
        doubt: claim.doubt ?? null,
        note: claim.note,
        ended_at: null,
      })),
    )
    .execute();
  const changes = claims.map((claim) => {
    const before = replaced.find(({ field }) => field === claim.field);
    const change = { entryId, field: claim.field, claimId: claim.id };
    if (before === undefined) return { ...change, kind: "claim-said" } as const;
    return { ...change, kind: "claim-replaced", replaces: before.id } as const;
  });
  await noteChanges(db, changes, first.at);
}

/** A claimant takes back what they say of these fields of an entry; says how much that was. */
export async function endClaims(db: Database, what: FieldsOfClaimant): Promise<number> {
  const ended = await endStanding(db, what);
  const changes = ended.map(
    ({ id, field }) => ({ kind: "retraction", entryId: what.entryId, field, claimId: id }) as const,
  );
  await noteChanges(db, changes, what.at);
  return ended.length;
}

/** Some fields of an entry, of which a claimant says something. */
interface FieldsOfClaimant {
  readonly entryId: string;
  readonly fields: readonly FieldName[];
  readonly claimant: Claimant;
  readonly at: Temporal.Instant;
}

async function endStanding(db: Database, what: FieldsOfClaimant) {
  return directoryTables(db)
    .updateTable("directory_claims")
    .set({ ended_at: microsecondsFromInstant(what.at) })
    .where("entry_id", "=", what.entryId)
    .where("ended_at", "is", null)
    .where("claimant", "=", claimantKey(what.claimant))
    .where("field", "in", what.fields)
    .returning(["id", "field"])
    .execute();
}

/** What a claimant still says as it did, it says as of now: nothing ends, and nothing new is kept. */
export async function renewClaims(db: Database, what: FieldsOfClaimant): Promise<void> {
  if (what.fields.length === 0) return;
  await directoryTables(db)
    .updateTable("directory_claims")
    .set({ said_at: microsecondsFromInstant(what.at) })
    .where("entry_id", "=", what.entryId)
    .where("ended_at", "is", null)
    .where("claimant", "=", claimantKey(what.claimant))
    .where("field", "in", what.fields)
    .execute();
}

/** Lets an entry be named and found by what stands in its fields now. */
export async function settleEntry(db: Database, entryId: string, at: Temporal.Instant): Promise<void> {
  const tables = directoryTables(db);
  const fields = settledFields((await claimsOf(db, [entryId])).get(entryId) ?? []);
  const proofs = (await proofsOf(db, [entryId])).get(entryId) ?? [];
  const entry = await tables
    .selectFrom("directory_entries")
    .select(["number", "name", "domain"])
    .where("id", "=", entryId)
    .executeTakeFirstOrThrow();
  const name = fields.name?.claim.value ?? entry.domain ?? entry.name;
  await tables
    .updateTable("directory_entries")
    .set({ name, sort_name: name.toLowerCase(), changed_at: microsecondsFromInstant(at) })
    .where("id", "=", entryId)
    .execute();
  const before = await unfind(db, entryId);
  const steps = (await stepsOf(db, [entryId])).get(entryId) ?? [];
  const after = facetsOf(fields, [...proofs, ...steps]);
  await tables
    .insertInto("directory_facets")
    .values(after.map(({ facet, answer }) => ({ entry_id: entryId, facet, answer })))
    .onConflict((conflict) => conflict.columns(["entry_id", "facet", "answer"]).doNothing())
    .execute();
  await recount(db, { before, after });
  const texts = [fields.summary, fields.legalForm, fields.legalEntity, fields.howItDecides, fields.whoDecides];
  const said = texts.map((settled) => settled?.claim.value ?? "");
  const words = searchableWords([name, entry.domain ?? "", ...said].join(" "));
  await tables.deleteFrom("directory_words").where("number", "=", entry.number).execute();
  await tables.insertInto("directory_words").values({ number: entry.number, scope: "listed", words }).execute();
}

/** Lets an entry be found by nothing; gives what it was found by. */
async function unfind(db: Database, entryId: string) {
  return directoryTables(db)
    .deleteFrom("directory_facets")
    .where("entry_id", "=", entryId)
    .returning(["facet", "answer"])
    .execute();
}

/** What somebody said stays; that they said it does not. */
export async function forgetClaimant(db: Database, personId: string): Promise<void> {
  await directoryTables(db)
    .updateTable("directory_claims")
    .set({ person_id: null, claimant: "person:" })
    .where("person_id", "=", personId)
    .execute();
}

/**
 * What `joined` said is what `kept` said from now on; of a field of which both say something, what `kept` says goes on. Gives the entries
 * that are about to be settled anew.
 */
export async function joinClaimants(
  db: Database,
  { kept, joined, at }: { readonly kept: string; readonly joined: string; readonly at: Temporal.Instant },
): Promise<readonly string[]> {
  const tables = directoryTables(db);
  const standing = (personId: string) =>
    tables
      .selectFrom("directory_claims")
      .select(["entry_id", "field"])
      .where("person_id", "=", personId)
      .where("ended_at", "is", null)
      .execute();
  const own = await standing(kept);
  const theirs = await standing(joined);
  const isSaidTwice = (one: (typeof theirs)[number]) =>
    own.some(({ entry_id, field }) => entry_id === one.entry_id && field === one.field);
  const twice = theirs.filter(isSaidTwice);
  for (const { entry_id, field } of twice) {
    if (!isFieldName(field)) continue;
    const claimant = { kind: "person", personId: joined } as const;
    await endClaims(db, { entryId: entry_id, fields: [field], claimant, at });
  }
  await tables
    .updateTable("directory_claims")
    .set({ person_id: kept, claimant: claimantKey({ kind: "person", personId: kept }) })
    .where("person_id", "=", joined)
    .execute();
  return [...new Set(twice.map((one) => one.entry_id))];
}
