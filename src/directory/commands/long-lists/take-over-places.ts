import { canonicalJson } from "../../../kernel/base/canonical-json.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { claimantKey, type Claim } from "../../model/claims.ts";
import type { EntryId } from "../../model/entry.ts";
import { fieldValue } from "../../model/entry-fields.ts";
import type { ListedPlace } from "../../model/listed-place.ts";
import { claimsOf } from "../../store/claims.read.ts";
import { entryByDomain, entryNamed } from "../../store/entries.read.ts";
import { endClaims, insertEntry, renewClaims } from "../../store/directory.write.ts";
import { scheduleLook } from "../look-up/schedule-look.ts";
import { isOptedOut } from "../opt-outs.ts";
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
  const wanted: ListedPlace[] = [];
  for (const place of places) {
    if (place.domain === undefined || !(await isOptedOut(context, place.domain))) wanted.push(place);
  }
  let added = 0;
  for (const place of wanted) {
    const look = context.now.add({ seconds: SECONDS_BETWEEN_LOOKS * (looksAfter + added) });
    if ((await takeOver(context, { place, list, look, isWhole })) === "added") added += 1;
  }
  return { added, known: wanted.length - added, optedOut: places.length - wanted.length };
}

interface Taking {
  readonly place: ListedPlace;
  readonly list: string;
  readonly look: Temporal.Instant;
  /** What the list no longer says of the place has ended then. */
  readonly isWhole: boolean;
}

/** A place that is new is looked at in its turn. */
async function takeOver(context: CommandContext, taking: Taking): Promise<"added" | "known"> {
  const { place, look } = taking;
  const { domain, name } = place;
  const known = domain === undefined ? await entryNamed(context.db, name) : await entryByDomain(context.db, domain);
  const id: EntryId = known?.id ?? context.ids.next<"entry">();
  if (known === undefined) await insertEntry(context.db, { id, domain, name, at: context.now });
  if (known === undefined && domain !== undefined) await scheduleLook(context, id, look);
  await writeWhatIsNew(context, id, taking);
  return known === undefined ? "added" : "known";
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
