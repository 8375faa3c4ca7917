import type { Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { ballotsIn } from "../../model/counting/choices.ts";
import { answerLimits, beyondLimits, readLimits, type Limits } from "../../model/counting/limits.ts";
import { addMarks, markedIn, readMarks, zeroAsNone, type Marks } from "../../model/counting/marks.ts";
import { isLeftOut, memberOf, strangeName, wholeWithin } from "../../model/counting/read-json.ts";
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

/**
 * How many dots each has, how many of them one option may get (null: all), how many options are chosen, and to how many one gives dots at
 * least and at most.
 */
export type DotVoteSettings = Limits & {
  readonly dots: number;
  readonly perOption: number | null;
  readonly seats: number;
};

const method = { id: "dot-vote", version: 1 };
const mostDots = 1_000;

/** A number of dots to spread over the options: those with most dots are chosen. See the README beside this file. */
export const dotVoteRules: MethodRules<DotVoteSettings, Marks> = {
  ...method,
  options: { kind: "own", fewest: 2, most: 200 },
  defaults: { dots: 8, perOption: null, seats: 1 },
  limitsOf: answerLimits,
  readSettings,
  readBallot,
  count,
  conclude: (tally, { settings }) => concludeSeats(tally, settings.seats),
};

function readSettings(raw: Json, options: readonly string[]): Result<DotVoteSettings, MethodRefusal> {
  const { defaults } = dotVoteRules;
  if (strangeName(raw, { fewest: 0, most: null, ...defaults }) !== undefined) return unfit("settings-unreadable");
  const [givenDots, givenPer] = [memberOf(raw, "dots"), memberOf(raw, "perOption")];
  const dots = isLeftOut(givenDots) ? defaults.dots : wholeWithin(givenDots, 1, mostDots);
  if (dots === null) return unfit("dots-out-of-range", { least: 1, most: mostDots });
  const perOption = isLeftOut(givenPer) ? null : wholeWithin(givenPer, 1, dots);
  if (perOption === null && !isLeftOut(givenPer))
    return unfit("dots-per-option-out-of-range", { least: 1, most: dots });
  const limits = readLimits({ fewest: memberOf(raw, "fewest"), most: memberOf(raw, "most") }, options);
  if (!limits.ok) return limits;
  const { fewest = 0 } = limits.value;
  if (fewest > dots) return unfit("fewest-above-dots", { least: fewest, most: dots });
  const seats = readSeatsOrOne(memberOf(raw, "seats"), options);
  return seats.ok ? accepted({ ...limits.value, dots, perOption, seats: seats.value }) : seats;
}

function readBallot(raw: Json, { options, settings }: Question<DotVoteSettings>): Result<Marks, MethodRefusal> {
  const read = readMarks(raw, options, { least: 0, most: settings.perOption ?? settings.dots });
  if (!read.ok) return read;
  const spent = read.value.marks.reduce<number>((sum, mark) => sum + (mark ?? 0), 0);
  if (spent > settings.dots) return unfit("too-many-dots", { given: String(spent), most: settings.dots });
  const ballot = zeroAsNone(read.value);
  const refusal = beyondLimits(markedIn(ballot), settings, { tooFew: "too-few-dotted", tooMany: "too-many-dotted" });
  return refusal === undefined ? accepted(ballot) : { ok: false, refusal };
}

function count({ options, settings }: Question<DotVoteSettings>, ballots: readonly Counted<Marks>[]): Tally {
  const { sums, givers } = addMarks(ballots, options.length);
  const supported = placesOf(options).filter((place) => (sums[place] ?? 0) > 0);
  const standing = standingBy(supported, (one, other) => (sums[one] ?? 0) - (sums[other] ?? 0));
  const total = ballotsIn(ballots);
  const stage = {
    said: [{ key: "decisions.method.dot-vote.said.added", values: { ballots: total, dots: settings.dots } }],
    columns: [{ key: "decisions.method.column.dots" }, { key: "decisions.method.column.givers" }],
    rows: options.map((_, place) => ({ of: { place }, cells: [String(sums[place] ?? 0), String(givers[place] ?? 0)] })),
  };
  return seatedTally(method, total, stage, seat(standing, settings.seats));
}
