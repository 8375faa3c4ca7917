import { z } from "zod";
import { serverChain } from "../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../kernel/commands/command.ts";
import { rowsFrom } from "../../kernel/text/csv.ts";
import type { Claim } from "../model/claims.ts";
import type { EntryId } from "../model/entry.ts";
import { fieldValue } from "../model/entry-fields.ts";
import { firstListName, rowsOfFirstList } from "../model/first-list.ts";
import { readPlaces, type ListedPlace } from "../model/listed-place.ts";
import { tableInMarkdown } from "../model/markdown-table.ts";
import { entryByDomain, entryNamed } from "../store/entries.read.ts";
import { insertEntry } from "../store/directory.write.ts";
import { mustBeOperator, type DirectoryRefusal } from "./directory-guards.ts";
import { scheduleLook } from "./look-up/schedule-look.ts";
import { isOptedOut } from "./opt-outs.ts";
import { writeClaims } from "./write-claims.ts";

/** So many places one list may hold, since all of it is one transaction. */
const MOST = 2_000;

/** The servers of a list are looked at one by one, not all in the same minute. */
const SECONDS_BETWEEN_LOOKS = 5;

/**
 * Takes over a list of places: CSV, or a table in Markdown, with columns that {@link readPlaces} knows; or the list that comes with the
 * program. Each row becomes claims of that list; a place that is there already gets them beside those of others, and a list that is
 * taken over twice says the same things once. What cannot be read is given back, row by row, and stops nothing.
 *
 * Refuses `not-a-list`, and `only-operators`.
 */
export const takeOverList = defineCommand({
  name: "directory/take-over-list",
  input: z.discriminatedUnion("from", [
    z.object({ from: z.literal("program") }),
    z.object({
      from: z.literal("given"),
      list: z.string().trim().min(1).max(4_000_000),
      called: z.string().trim().min(1).max(80),
    }),
  ]),
  chain: () => serverChain,
  authorise: mustBeOperator,
  async run(context, input): Promise<Result<TakenOver, DirectoryRefusal>> {
    const rows = input.from === "program" ? rowsOfFirstList() : (tableInMarkdown(input.list) ?? rowsFrom(input.list));
    const { places, passedOver } = readPlaces(rows);
    if (places.length === 0 || places.length > MOST) return refused({ kind: "not-a-list", field: "list", most: MOST });
    const name = input.from === "program" ? firstListName : input.called;
    const wanted: ListedPlace[] = [];
    for (const place of places) {
      if (place.domain === undefined || !(await isOptedOut(context, place.domain))) wanted.push(place);
    }
    let added = 0;
    for (const place of wanted) {
      const look = context.now.add({ seconds: SECONDS_BETWEEN_LOOKS * added });
      if (await takeOver(context, { place, list: name, look })) added += 1;
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
