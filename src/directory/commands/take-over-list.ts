import { z } from "zod";
import { serverChain } from "../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import { rowsFrom } from "../../kernel/text/csv.ts";
import { firstListName, rowsOfFirstList } from "../model/first-list.ts";
import { readPlaces, type ReadList } from "../model/listed-place.ts";
import { tableInMarkdown } from "../model/markdown-table.ts";
import { placesInJsonText } from "../model/open-data/json-list.ts";
import { mustBeOperator, type DirectoryRefusal } from "./directory-guards.ts";
import { beginLongList } from "./long-lists/begin-long-list.ts";
import { takeOverPlaces } from "./long-lists/take-over-places.ts";

/** So many places one list may hold. */
const MOST = 20_000;

/** So long a list may be. */
const mostCharacters = 4_000_000;

/** So many places are taken over while one waits; a longer list comes part by part. */
const AT_ONCE = 500;

/** So many rows that were not taken are named. */
const MOST_NAMED = 50;

/**
 * Takes over a list of places: CSV, or a table in Markdown, with columns that {@link readPlaces} knows; JSON of another directory or of a
 * Murmurations index ({@link placesInJsonText}), given or fetched from its address; or the list that comes with the program. Each row becomes claims of that list; a place that is there already gets them beside those of others, and a list that is
 * taken over twice says the same things once. What cannot be read is given back, row by row, and stops nothing. A list of more than 500 places
 * comes part by part, soon after.
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
    const isWhole = input.from === "address";
    if (places.length > AT_ONCE) return accepted(await beginLongList(context, { name, places, passedOver, isWhole }));
    const { added, known, optedOut } = await takeOverPlaces(context, { places, list: name, looksAfter: 0, isWhole });
    const counts = { added, known, optedOut, passedOver: passedOver.length };
    context.emit({ name: "directory-list-taken-over", version: 1, payload: { ...counts, from: input.from } });
    return accepted({ ...counts, reasons: passedOver.slice(0, MOST_NAMED), isLong: false });
  },
});

/** How many places are new, how many were there, how many do not want to be listed, and which rows were not taken, of which fifty are named. */
export interface TakenOver {
  /** Nothing is counted yet: its parts come one after the other. */
  readonly isLong: boolean;
  readonly added: number;
  readonly known: number;
  readonly optedOut: number;
  readonly passedOver: number;
  readonly reasons: readonly { readonly row: number; readonly what: string; readonly reason: string }[];
  readonly [name: string]:
    | number
    | boolean
    | readonly { readonly row: number; readonly what: string; readonly reason: string }[];
}

function readList(list: string): ReadList {
  return placesInJsonText(list) ?? readPlaces(tableInMarkdown(list) ?? rowsFrom(list));
}

function nameOf(input: { readonly from: "program" } | { readonly called: string } | { readonly host: string }): string {
  if ("host" in input) return input.host;
  return "called" in input ? input.called : firstListName;
}
