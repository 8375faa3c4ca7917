import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { settledFields, type Claim } from "../../model/claims.ts";
import { facetsOf } from "../../model/filter.ts";
import { addToCount, rowOfClaim, rowOfWords } from "../directory.write.ts";
import { directoryTables } from "../directory.tables.ts";
import { noteChanges, type NewChange } from "../open-data/changes.write.ts";
import { countNew } from "../reading/tallies.write.ts";

/** A place that is not listed yet, with all that is said of it: by one claimant, of each field once. */
export interface NewPlace {
  readonly id: string;
  readonly domain: string | undefined;
  readonly name: string;
  readonly claims: readonly (Claim & { readonly id: string })[];
}

/** So many places at once: with all that can be said of them they stay within the parameters that one statement may have. */
export const mostNewAtOnce = 50;

/**
 * Lists places, at most fifty, each as if it had been added, said and settled by itself, in a dozen statements for all of them: a long list is
 * mostly of places that are new.
 */
export async function insertNewPlaces(db: Database, places: readonly NewPlace[], at: Temporal.Instant): Promise<void> {
  if (places.length === 0) return;
  const tables = directoryTables(db);
  await noteChanges(db, places.flatMap(changesOf), at);
  const last = await addToCount(db, "numbers", places.length);
  await addToCount(db, "entries", places.length);
  const settled = places.map((place, index) => {
    const fields = settledFields(place.claims);
    const domain = place.domain ?? null;
    const name = fields.name?.claim.value ?? domain ?? place.name;
    const number = last - places.length + index + 1;
    return { id: place.id, number, domain, name, fields, found: facetsOf(fields, []) };
  });
  const now = microsecondsFromInstant(at);
  await tables
    .insertInto("directory_entries")
    .values(
      settled.map(({ id, number, domain, name }) => ({
        id,
        number,
        domain,
        name,
        sort_name: name.toLowerCase(),
        added_at: now,
        changed_at: now,
      })),
    )
    .execute();
  const claims = places.flatMap((place) => place.claims.map((claim) => rowOfClaim(place.id, claim)));
  if (claims.length > 0) await tables.insertInto("directory_claims").values(claims).execute();
  await tables
    .insertInto("directory_facets")
    .values(settled.flatMap(({ id, found }) => found.map(({ facet, answer }) => ({ entry_id: id, facet, answer }))))
    .onConflict((conflict) => conflict.columns(["entry_id", "facet", "answer"]).doNothing())
    .execute();
  await countNew(db, settled);
  await tables
    .insertInto("directory_words")
    .values(settled.map((place) => rowOfWords(place.number, place)))
    .execute();
}

function changesOf({ id, claims }: NewPlace): readonly NewChange[] {
  const said = claims.map(
    (claim) => ({ kind: "claim-said", entryId: id, field: claim.field, claimId: claim.id }) as const,
  );
  return [{ kind: "entry-added", entryId: id }, ...said];
}
