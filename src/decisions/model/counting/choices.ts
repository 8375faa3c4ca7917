import type { Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import type { Conclusion, Counted, MethodRefusal, Place, Question, Row, Stage, Tally } from "../../methods/method.ts";
import { beyondLimits, readLimits, type Limits } from "./limits.ts";
import { isLeftOut, listOf, memberOf, strangeName, wholeWithin, yesOrNo } from "./read-json.ts";
import { concludeSeats, placesOf, readSeatsOrOne, seat, seatedTally, standingBy } from "./standing.ts";
import { unfit } from "./unfit.ts";

/** A ballot that picks some of the options: their places, ascending, each once; or that says it wants none of them. */
export type Choices = { readonly choices: readonly Place[] | "none" };

/** How many options one may pick, whether "none of these" can be said, and how many options are chosen. */
export type ChoicesSettings = Limits & { readonly none?: true; readonly seats: number };

/** The message that names "none of these" in tables and polls. */
export const noneOfThese = "decisions.method.row.none-of-these";

const kinds = { tooFew: "too-few-choices", tooMany: "too-many-choices" };

/** Reads settings; what is left out is said by `defaults`. Refuses what limits and seats refuse, and `settings-unreadable`. */
export function readChoicesSettings(
  raw: Json,
  options: readonly string[],
  defaults: ChoicesSettings,
): Result<ChoicesSettings, MethodRefusal> {
  if (strangeName(raw, { none: false, fewest: 0, most: null, ...defaults }) !== undefined) {
    return unfit("settings-unreadable");
  }
  const [fewest, most] = [memberOf(raw, "fewest"), memberOf(raw, "most")];
  const limits = readLimits({ fewest: isLeftOut(fewest) ? (defaults.fewest ?? 0) : fewest, most }, options);
  if (!limits.ok) return limits;
  const none = yesOrNo(memberOf(raw, "none"));
  if (none === null) return unfit("settings-unreadable");
  const seats = readSeatsOrOne(memberOf(raw, "seats"), options);
  if (!seats.ok) return seats;
  // Where an answer usually names one, that none need be named is written down.
  const named = defaults.fewest === undefined ? limits.value : { fewest: 0, ...limits.value };
  return accepted({ ...named, ...(none && { none }), seats: seats.value });
}

/**
 * Reads `{ choices: [2, 0] }`, or `{ choices: "none" }` where that is offered; then an answer names an option or says so. Refuses
 * `ballot-unreadable`, `option-twice` when one is named again, `none-not-offered`, `none-with-others`, and what the limits refuse.
 */
export function readChoices(
  raw: Json,
  { options, settings }: Question<ChoicesSettings>,
): Result<Choices, MethodRefusal> {
  const given = memberOf(raw, "choices");
  const list = given === "none" ? [given] : listOf(given);
  if (list === null) return unfit("ballot-unreadable");
  if (list.includes("none")) {
    if (settings.none !== true) return unfit("none-not-offered");
    return list.length === 1 ? accepted({ choices: "none" }) : unfit("none-with-others");
  }
  const choices = readPlaces(list, options);
  if (!choices.ok) return choices;
  const fewest = Math.max(settings.fewest ?? 0, settings.none === true ? 1 : 0);
  const refusal = beyondLimits(choices.value.length, { ...settings, fewest }, kinds);
  return refusal === undefined ? accepted({ choices: choices.value }) : { ok: false, refusal };
}

function readPlaces(list: readonly Json[], options: readonly string[]): Result<readonly Place[], MethodRefusal> {
  const places: Place[] = [];
  for (const each of list) {
    const place = wholeWithin(each, 0, options.length - 1);
    if (place === null) return unfit("ballot-unreadable");
    if (places.includes(place)) return unfit("option-twice", { option: options[place] ?? String(place + 1) });
    places.push(place);
  }
  return accepted(places.sort((one, other) => one - other));
}

/** How many ballots there are. */
export function ballotsIn(ballots: readonly Counted<unknown>[]): number {
  return ballots.reduce((sum, { count }) => sum + count, 0);
}

/** The tally of most voices: those with most have the seats; without any, or with no more than want none of these, an option has none. */
export function mostVoices(
  method: { readonly id: string; readonly version: number },
  { options, settings }: Question<ChoicesSettings>,
  ballots: readonly Counted<Choices>[],
): Tally {
  const { voices, none } = countChoices(ballots, options.length);
  const total = ballotsIn(ballots);
  const supported = placesOf(options).filter((place) => (voices[place] ?? 0) > none);
  const standing = standingBy(supported, (one, other) => (voices[one] ?? 0) - (voices[other] ?? 0));
  const stage = voicesStage(voices, settings.none === true ? none : null, total);
  return seatedTally(method, total, stage, seat(standing, settings.seats));
}

/** What most voices conclude: as seats do, and `not-carried` where no option has more voices than want none of these. */
export function concludeChoices(tally: Tally, seats: number): Conclusion {
  const rows = tally.stages[0]?.rows ?? [];
  const voicesOf = ({ cells }: Row) => Number(cells[0]);
  const none = rows.filter(({ of }) => "key" in of).reduce((sum, row) => sum + voicesOf(row), 0);
  if (none === 0 || tally.elected.length > 0) return concludeSeats(tally, seats);
  const values = { none, most: Math.max(...rows.filter(({ of }) => "place" in of).map(voicesOf)) };
  return { verdict: "not-carried", chosen: [], why: [{ key: "decisions.method.why.none-of-these", values }] };
}

/** How many picked each option, by place, and how many none of them. */
function countChoices(
  ballots: readonly Counted<Choices>[],
  size: number,
): { readonly voices: readonly number[]; readonly none: number } {
  const voices = Array.from({ length: size }, () => 0);
  let none = 0;
  for (const { ballot, count } of ballots) {
    if (ballot.choices === "none") none += count;
    else for (const place of ballot.choices) voices[place] = (voices[place] ?? 0) + count;
  }
  return { voices, none };
}

/** The stage that shows how many voices each option has, and how many want none of these (null where that is not offered). */
function voicesStage(voices: readonly number[], none: number | null, ballots: number): Stage {
  const rows: readonly Row[] = voices.map((count, place) => ({ of: { place }, cells: [String(count)] }));
  const said = [{ key: "decisions.method.said.voices-counted", values: { ballots } }];
  return {
    said: none === null ? said : [...said, { key: "decisions.method.said.more-than-none" }],
    columns: [{ key: "decisions.method.column.voices" }],
    rows: none === null ? rows : [...rows, { of: { key: noneOfThese }, cells: [String(none)] }],
  };
}
