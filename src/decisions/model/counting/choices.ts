import type { Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import type { Counted, MethodRefusal, Place, Stage, Tally } from "../../methods/method.ts";
import { listOf, memberOf, wholeWithin } from "./read-json.ts";
import { placesOf, seat, seatedTally, standingBy } from "./standing.ts";
import { unfit } from "./unfit.ts";

/** A ballot that picks some of the options: their places, ascending, each once. */
export type Choices = { readonly choices: readonly Place[] };

/** Reads `{ choices: [2, 0] }`; refuses `ballot-unreadable`, and `option-twice` when one is named again. */
export function readChoices(raw: Json, options: readonly string[]): Result<Choices, MethodRefusal> {
  const places = listOf(memberOf(raw, "choices"))?.map((place) => wholeWithin(place, 0, options.length - 1));
  if (places === undefined) return unfit("ballot-unreadable");
  const choices: Place[] = [];
  for (const place of places) {
    if (place === null) return unfit("ballot-unreadable");
    if (choices.includes(place)) return unfit("option-twice", { option: options[place] ?? String(place + 1) });
    choices.push(place);
  }
  return accepted({ choices: choices.sort((one, other) => one - other) });
}

/** How many picked each option, by place. */
function countChoices(ballots: readonly Counted<Choices>[], size: number): readonly number[] {
  const voices = Array.from({ length: size }, () => 0);
  for (const { ballot, count } of ballots)
    for (const place of ballot.choices) voices[place] = (voices[place] ?? 0) + count;
  return voices;
}

/** How many ballots there are. */
export function ballotsIn(ballots: readonly Counted<unknown>[]): number {
  return ballots.reduce((sum, { count }) => sum + count, 0);
}

/** The tally of most voices: those with most have the seats, those without any have none. */
export function mostVoices(
  method: { readonly id: string; readonly version: number },
  options: readonly string[],
  ballots: readonly Counted<Choices>[],
  seats: number,
): Tally {
  const voices = countChoices(ballots, options.length);
  const total = ballotsIn(ballots);
  const supported = placesOf(options).filter((place) => (voices[place] ?? 0) > 0);
  const standing = standingBy(supported, (one, other) => (voices[one] ?? 0) - (voices[other] ?? 0));
  return seatedTally(method, total, voicesStage(voices, total), seat(standing, seats));
}

/** The stage that shows how many voices each option has. */
function voicesStage(voices: readonly number[], ballots: number): Stage {
  return {
    said: [{ key: "decisions.method.said.voices-counted", values: { ballots } }],
    columns: [{ key: "decisions.method.column.voices" }],
    rows: voices.map((count, place) => ({ of: { place }, cells: [String(count)] })),
  };
}
