import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { Claim } from "../../model/claims.ts";
import type { EntryId } from "../../model/entry.ts";
import { fieldValue } from "../../model/entry-fields.ts";
import type { ListedPlace } from "../../model/listed-place.ts";
import { entryByDomain, entryNamed } from "../../store/entries.read.ts";
import { insertEntry } from "../../store/directory.write.ts";
import { scheduleLook } from "../look-up/schedule-look.ts";
import { isOptedOut } from "../opt-outs.ts";
import { writeClaims } from "../write-claims.ts";

/** The servers of a list are looked at one by one, not all in the same minute. */
const SECONDS_BETWEEN_LOOKS = 5;

/** Takes over places of a list; says how many are new, were there already, and do not want to be listed. The first look comes after `looksAfter` others. */
export async function takeOverPlaces(
  context: CommandContext,
  {
    places,
    list,
    looksAfter,
  }: { readonly places: readonly ListedPlace[]; readonly list: string; readonly looksAfter: number },
): Promise<{ readonly added: number; readonly known: number; readonly optedOut: number }> {
  const wanted: ListedPlace[] = [];
  for (const place of places) {
    if (place.domain === undefined || !(await isOptedOut(context, place.domain))) wanted.push(place);
  }
  let added = 0;
  for (const place of wanted) {
    const look = context.now.add({ seconds: SECONDS_BETWEEN_LOOKS * (looksAfter + added) });
    if (await takeOver(context, { place, list, look })) added += 1;
  }
  return { added, known: wanted.length - added, optedOut: places.length - wanted.length };
}

/** Whether the place is new; then its server is looked at in its turn. */
async function takeOver(
  context: CommandContext,
  { place, list, look }: { readonly place: ListedPlace; readonly list: string; readonly look: Temporal.Instant },
): Promise<boolean> {
  const { domain, name } = place;
  const known = domain === undefined ? await entryNamed(context.db, name) : await entryByDomain(context.db, domain);
  const id: EntryId = known?.id ?? context.ids.next<"entry">();
  if (known === undefined) await insertEntry(context.db, { id, domain, name, at: context.now });
  if (known === undefined && domain !== undefined) await scheduleLook(context, id, look);
  await writeClaims(context, id, claimsIn(context, place, list));
  return known === undefined;
}

function claimsIn(
  { now }: CommandContext,
  { fields, asOf, sources, note }: ListedPlace,
  list: string,
): readonly Claim[] {
  return fields.flatMap(({ field, value, certainty, doubt }) => {
    const said = fieldValue(field, value);
    if (said === undefined) return [];
    const claimant = { kind: "list", name: list } as const;
    return [
      { field, value: said, basis: "attested" as const, claimant, at: now, asOf, sources, certainty, doubt, note },
    ];
  });
}
