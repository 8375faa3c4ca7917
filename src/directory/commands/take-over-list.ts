import { z } from "zod";
import { serverChain } from "../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../kernel/commands/command.ts";
import { rowsFrom } from "../../kernel/text/csv.ts";
import { canonicalJson } from "../../kernel/base/canonical-json.ts";
import { claimantKey, type Claim } from "../model/claims.ts";
import type { EntryId } from "../model/entry.ts";
import { fieldValue } from "../model/entry-fields.ts";
import { firstListName, rowsOfFirstList } from "../model/first-list.ts";
import { readPlaces, type ListedPlace, type ReadList } from "../model/listed-place.ts";
import { tableInMarkdown } from "../model/markdown-table.ts";
import { placesInJsonText } from "../model/open-data/json-list.ts";
import { claimsOf } from "../store/claims.read.ts";
import { entryByDomain, entryNamed } from "../store/entries.read.ts";
import { endClaims, insertEntry, renewClaims } from "../store/directory.write.ts";
import { mustBeOperator, type DirectoryRefusal } from "./directory-guards.ts";
import { scheduleLook } from "./look-up/schedule-look.ts";
import { isOptedOut } from "./opt-outs.ts";
import { writeClaims } from "./write-claims.ts";

/** So many places one list may hold, since all of it is one transaction. */
const MOST = 2_000;

/** So long a list may be. */
const mostCharacters = 4_000_000;

/** The servers of a list are looked at one by one, not all in the same minute. */
const SECONDS_BETWEEN_LOOKS = 5;

/**
 * Takes over a list of places: CSV, or a table in Markdown, with columns that {@link readPlaces} knows; JSON of another directory or of a
 * Murmurations index ({@link placesInJsonText}), given or fetched from its address; or the list that comes with the program. Each row becomes claims of that list; a place that is there already gets them beside those of others, and a list that is
 * taken over twice says the same things once. What cannot be read is given back, row by row, and stops nothing.
 *
 * Refuses `not-a-list`, and `only-operators`.
 */
export const takeOverList = defineCommand({
  name: "directory/take-over-list",
  input: z.discriminatedUnion("from", [
    z.object({ from: z.literal("program") }),
    z.object({
      from: z.literal("address"),
      list: z.string().trim().min(1).max(mostCharacters),
      host: z.string().min(1).max(260),
    }),
    z.object({
      from: z.literal("given"),
      list: z.string().trim().min(1).max(mostCharacters),
      called: z.string().trim().min(1).max(80),
    }),
  ]),
  chain: () => serverChain,
  authorise: mustBeOperator,
  async run(context, input): Promise<Result<TakenOver, DirectoryRefusal>> {
    const { places, passedOver } = input.from === "program" ? readPlaces(rowsOfFirstList()) : readList(input.list);
    if (places.length === 0 || places.length > MOST) return refused({ kind: "not-a-list", field: "list", most: MOST });
    const name = nameOf(input);
    const wanted: ListedPlace[] = [];
    for (const place of places) {
      if (place.domain === undefined || !(await isOptedOut(context, place.domain))) wanted.push(place);
    }
    let added = 0;
    for (const place of wanted) {
      const look = context.now.add({ seconds: SECONDS_BETWEEN_LOOKS * added });
      const taken = await takeOver(context, { place, list: name, look, isWhole: input.from === "address" });
      if (taken === "added") added += 1;
    }
    const optedOut = places.length - wanted.length;
    const counts = { added, known: wanted.length - added, optedOut, passedOver: passedOver.length };
    context.emit({ name: "directory-list-taken-over", version: 1, payload: { ...counts, from: input.from } });
    return accepted({ ...counts, reasons: passedOver.slice(0, 50) });
  },
});

/** How many places are new, how many were there, how many do not want to be listed, and which rows were not taken, of which fifty are named. */
export interface TakenOver {
  readonly added: number;
  readonly known: number;
  readonly optedOut: number;
  readonly passedOver: number;
  readonly reasons: readonly { readonly row: number; readonly what: string; readonly reason: string }[];
  readonly [name: string]: number | readonly { readonly row: number; readonly what: string; readonly reason: string }[];
}

function readList(list: string): ReadList {
  return placesInJsonText(list) ?? readPlaces(tableInMarkdown(list) ?? rowsFrom(list));
}

function nameOf(input: { readonly from: "program" } | { readonly called: string } | { readonly host: string }): string {
  if ("host" in input) return input.host;
  return "called" in input ? input.called : firstListName;
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
