import type { Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { ballotsIn } from "../../model/counting/choices.ts";
import { addMarks, readMarks, zeroAsNone, type Marks } from "../../model/counting/marks.ts";
import { isLeftOut, memberOf, strangeName, wholeWithin, yesOrNo } from "../../model/counting/read-json.ts";
import {
  concludeSeats,
  placesOf,
  readSeatsOrOne,
  seat,
  seatedTally,
  standingBy,
} from "../../model/counting/standing.ts";
import { unfit } from "../../model/counting/unfit.ts";
import type { Counted, MethodRefusal, MethodRules, Question, Tally } from "../method.ts";

/** How many credits each has, whether votes against are allowed, and how many options are chosen. */
export type QuadraticSettings = { readonly credits: number; readonly against: boolean; readonly seats: number };

const method = { id: "quadratic", version: 1 };
const mostCredits = 10_000;

/** Votes that cost their square in credits: those with most votes are chosen. See the README beside this file. */
export const quadraticRules: MethodRules<QuadraticSettings, Marks> = {
  ...method,
  options: { kind: "own", fewest: 2, most: 200 },
  defaults: { credits: 25, against: false, seats: 1 },
  readSettings,
  readBallot,
  count,
  conclude: (tally, { settings }) => concludeSeats(tally, settings.seats),
};

function readSettings(raw: Json, options: readonly string[]): Result<QuadraticSettings, MethodRefusal> {
  const { defaults } = quadraticRules;
  if (strangeName(raw, defaults) !== undefined) return unfit("settings-unreadable");
  const given = memberOf(raw, "credits");
  const credits = isLeftOut(given) ? defaults.credits : wholeWithin(given, 1, mostCredits);
  if (credits === null) return unfit("credits-out-of-range", { least: 1, most: mostCredits });
  const against = yesOrNo(memberOf(raw, "against"));
  if (against === null) return unfit("settings-unreadable");
  const seats = readSeatsOrOne(memberOf(raw, "seats"), options);
  return seats.ok ? accepted({ credits, against, seats: seats.value }) : seats;
}

function readBallot(raw: Json, { options, settings }: Question<QuadraticSettings>): Result<Marks, MethodRefusal> {
  const most = mostVotes(settings.credits);
  const read = readMarks(raw, options, { least: settings.against ? -most : 0, most });
  if (!read.ok) return read;
  const cost = read.value.marks.reduce<number>((sum, mark) => sum + (mark ?? 0) ** 2, 0);
  if (cost > settings.credits) return unfit("over-credits", { given: String(cost), most: settings.credits });
  return accepted(zeroAsNone(read.value));
}

/** The most votes that one option can get for so many credits: `mostVotes(25)` is 5, `mostVotes(24)` is 4. */
export function mostVotes(credits: number): number {
  let votes = 0;
  while ((votes + 1) ** 2 <= credits) votes += 1;
  return votes;
}

function count({ options, settings }: Question<QuadraticSettings>, ballots: readonly Counted<Marks>[]): Tally {
  const { sums, givers } = addMarks(ballots, options.length);
  const supported = placesOf(options).filter((place) => (sums[place] ?? 0) > 0);
  const standing = standingBy(supported, (one, other) => (sums[one] ?? 0) - (sums[other] ?? 0));
  const total = ballotsIn(ballots);
  const stage = {
    said: [{ key: "decisions.method.quadratic.said.added", values: { ballots: total, credits: settings.credits } }],
    columns: [{ key: "decisions.method.column.votes" }, { key: "decisions.method.column.givers" }],
    rows: options.map((_, place) => ({ of: { place }, cells: [String(sums[place] ?? 0), String(givers[place] ?? 0)] })),
  };
  return seatedTally(method, total, stage, seat(standing, settings.seats));
}
