import { canonicalJson } from "../../../kernel/base/canonical-json.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { scheduleUnlessStanding } from "../../../kernel/jobs/schedule.ts";
import { claimantKey, type Claim } from "../../model/claims.ts";
import type { EntryId } from "../../model/entry.ts";
import { fieldValue } from "../../model/entry-fields.ts";
import type { ListedPlace } from "../../model/listed-place.ts";
import { claimsOf } from "../../store/claims.read.ts";
import { entriesByDomains, entryNamed } from "../../store/entries.read.ts";
import { endClaims, renewClaims } from "../../store/directory.write.ts";
import { insertNewPlaces, mostNewAtOnce } from "../../store/long-lists/new-places.write.ts";
import { lookOf } from "../look-up/schedule-look.ts";
import { optedOutOf } from "../opt-outs.ts";
import { writeClaims } from "../write-claims.ts";

/** The servers of a list are looked at one by one, not all in the same minute. */
const SECONDS_BETWEEN_LOOKS = 5;

interface TakingOver extends Pick<Taking, "list" | "isWhole"> {
  readonly places: readonly ListedPlace[];
  readonly looksAfter: number;
}

/** Takes over places of a list; says how many are new, were there already, and do not want to be listed. The first look comes after `looksAfter` others. */
export async function takeOverPlaces(
  context: CommandContext,
  { places, list, looksAfter, isWhole }: TakingOver,
): Promise<{ readonly added: number; readonly known: number; readonly optedOut: number }> {
  let [added, known] = [0, 0];
  for (let first = 0; first < places.length; first += mostNewAtOnce) {
    const wanted = await withoutOptedOut(context, places.slice(first, first + mostNewAtOnce));
    const entries = await entriesOf(context, wanted);
    const isNew = (place: ListedPlace) => entries.get(place) === undefined;
    for (const [place, id] of entries) await writeWhatIsNew(context, id, { place, list, isWhole });
    await addNew(context, wanted.filter(isNew), { list, looksAfter: looksAfter + added });
    known += entries.size;
    added += wanted.length - entries.size;
  }
  return { added, known, optedOut: places.length - added - known };
}

async function withoutOptedOut(context: CommandContext, places: readonly ListedPlace[]) {
  const hosts = places.flatMap(({ domain }) => domain ?? []);
  const optedOut = await optedOutOf(context, hosts);
  return places.filter(({ domain }) => domain === undefined || !optedOut.has(domain));
}

/** The entries of those places that are listed already. */
async function entriesOf(
  { db }: CommandContext,
  places: readonly ListedPlace[],
): Promise<ReadonlyMap<ListedPlace, EntryId>> {
  const hosts = await entriesByDomains(
    db,
    places.flatMap(({ domain }) => domain ?? []),
  );
  const known = new Map<ListedPlace, EntryId>();
  for (const place of places) {
    const { domain, name } = place;
    const id = domain === undefined ? (await entryNamed(db, name))?.id : hosts.get(domain);
    if (id !== undefined) known.set(place, id);
  }
  return known;
}

/** Lists places with what the list says of them; each that has a host is looked at in its turn. */
async function addNew(
  context: CommandContext,
  places: readonly ListedPlace[],
  { list, looksAfter }: Pick<TakingOver, "list" | "looksAfter">,
): Promise<void> {
  const { db, ids, now } = context;
  const added = places.map((place) => ({
    id: ids.next<"entry">(),
    domain: place.domain,
    name: place.name,
    claims: claimsIn(context, place, list).map((claim) => ({ ...claim, id: ids.next<"claim">() })),
  }));
  await insertNewPlaces(db, added, now);
  const looks = added.flatMap(({ id, domain }, turn) => {
    const due = now.add({ seconds: SECONDS_BETWEEN_LOOKS * (looksAfter + turn) });
    return domain === undefined ? [] : [lookOf(id, due)];
  });
  // No look of theirs can be due yet, and fifty jobs in one statement are one round trip.
  await scheduleUnlessStanding(db, looks);
}

interface Taking {
  readonly place: ListedPlace;
  readonly list: string;
  /** What the list no longer says of the place has ended then. */
  readonly isWhole: boolean;
}

/** What the list says as it did goes on, and is no change; what it says otherwise replaces that. */
async function writeWhatIsNew(context: CommandContext, entryId: EntryId, taking: Taking): Promise<void> {
  const { db, now } = context;
  const claimant = { kind: "list", name: taking.list } as const;
  const key = claimantKey(claimant);
  const before = ((await claimsOf(db, [entryId])).get(entryId) ?? []).filter(
    (one) => claimantKey(one.claimant) === key,
  );
  const claims = claimsIn(context, taking.place, taking.list);
  const said = new Set(before.map(saidBy));
  const still = claims.filter((claim) => said.has(saidBy(claim))).map(({ field }) => field);
  const ended = before.map(({ field }) => field).filter((field) => !claims.some((claim) => claim.field === field));
  await renewClaims(db, { entryId, fields: still, claimant, at: now });
  if (taking.isWhole && ended.length > 0) await endClaims(db, { entryId, fields: ended, claimant, at: now });
  await writeClaims(
    context,
    entryId,
    claims.filter((claim) => !said.has(saidBy(claim))),
  );
}

function saidBy({ field, value, asOf, sources, certainty, doubt, note }: Claim): string {
  return canonicalJson([field, value, asOf, sources, certainty, doubt ?? null, note]);
}

function claimsIn(
  { now }: CommandContext,
  { fields, asOf, sources, note }: ListedPlace,
  list: string,
): readonly Claim[] {
  return fields.flatMap(({ field, value, certainty, doubt, ...own }) => {
    const said = fieldValue(field, value);
    if (said === undefined) return [];
    const claimant = { kind: "list", name: list } as const;
    return [
      {
        field,
        value: said,
        basis: "attested" as const,
        claimant,
        at: now,
        asOf,
        sources,
        certainty,
        doubt,
        note,
        ...own,
      },
    ];
  });
}
