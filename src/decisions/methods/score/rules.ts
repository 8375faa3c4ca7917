import type { Json } from "../../../kernel/base/canonical-json.ts";
import { compareFractions, fraction, type Fraction } from "../../../kernel/base/fraction.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { ballotsIn } from "../../model/counting/choices.ts";
import { beyondLimits, readLimits } from "../../model/counting/limits.ts";
import { addMarks, exactText, markedIn, readMarks, type Marks } from "../../model/counting/marks.ts";
import { isLeftOut, memberOf, oneOf, strangeName, wholeWithin } from "../../model/counting/read-json.ts";
import {
  concludeSeats,
  placesOf,
  readSeatsOrOne,
  seat,
  seatedTally,
  standingBy,
} from "../../model/counting/standing.ts";
import { unfit } from "../../model/counting/unfit.ts";
import type { Column, Counted, MethodRefusal, MethodRules, Question, Said, Stage, Tally } from "../method.ts";

/**
 * The highest score (the lowest is 0), whether sums or means decide, what a blank counts as in a mean, how many are chosen, and how many
 * options one scores at least and at most.
 */
export type ScoreSettings = {
  readonly most: number;
  readonly by: "sum" | "mean";
  readonly blank: "zero" | "no-opinion";
  readonly seats: number;
  readonly fewest?: number;
  readonly mostScored?: number;
};

const method = { id: "score", version: 1 };
const highestScore = 100;

/** A score for each option: those with the highest sum or mean are chosen. See the README beside this file. */
export const scoreRules: MethodRules<ScoreSettings, Marks> = {
  ...method,
  options: { kind: "own", fewest: 2, most: 200 },
  defaults: { most: 5, by: "mean", blank: "zero", seats: 1 },
  limitsOf: ({ fewest = 0, mostScored = null }) => ({ fewest, most: mostScored, none: false }),
  readSettings,
  readBallot,
  count,
  conclude: (tally, { settings }) => concludeSeats(tally, settings.seats),
};

function readSettings(raw: Json, options: readonly string[]): Result<ScoreSettings, MethodRefusal> {
  const { defaults } = scoreRules;
  if (strangeName(raw, { fewest: 0, mostScored: null, ...defaults }) !== undefined) return unfit("settings-unreadable");
  const given = (name: "most" | "by" | "blank") => {
    const value = memberOf(raw, name);
    return isLeftOut(value) ? defaults[name] : value;
  };
  const most = wholeWithin(given("most"), 1, highestScore);
  if (most === null) return unfit("highest-mark-out-of-range", { least: 1, most: highestScore });
  const by = oneOf(given("by"), ["sum", "mean"]);
  const blank = oneOf(given("blank"), ["zero", "no-opinion"]);
  if (by === null || blank === null) return unfit("settings-unreadable");
  if (by === "sum" && blank === "no-opinion") return unfit("sum-without-opinions");
  const limits = readLimits({ fewest: memberOf(raw, "fewest"), most: memberOf(raw, "mostScored") }, options);
  if (!limits.ok) return limits;
  const seats = readSeatsOrOne(memberOf(raw, "seats"), options);
  if (!seats.ok) return seats;
  const { fewest, most: mostScored } = limits.value;
  const scored = { ...(fewest !== undefined && { fewest }), ...(mostScored !== undefined && { mostScored }) };
  return accepted({ most, by, blank, seats: seats.value, ...scored });
}

function readBallot(raw: Json, { options, settings }: Question<ScoreSettings>): Result<Marks, MethodRefusal> {
  const read = readMarks(raw, options, { least: 0, most: settings.most });
  if (!read.ok) return read;
  const { fewest = 0, mostScored = null } = settings;
  const kinds = { tooFew: "too-few-scored", tooMany: "too-many-scored" };
  const refusal = beyondLimits(markedIn(read.value), { fewest, most: mostScored }, kinds);
  return refusal === undefined ? read : { ok: false, refusal };
}

function count({ options, settings }: Question<ScoreSettings>, ballots: readonly Counted<Marks>[]): Tally {
  const { sums, givers } = addMarks(ballots, options.length);
  const total = ballotsIn(ballots);
  const values = options.map((_, place) => valueOf(sums[place] ?? 0, givers[place] ?? 0, total, settings));
  const supported = placesOf(options).filter((place) => (sums[place] ?? 0) > 0);
  const standing = standingBy(supported, (one, other) =>
    compareFractions(orNothing(values[one]), orNothing(values[other])),
  );
  const rows = options.map((_, place) => {
    const cells = [String(sums[place] ?? 0), String(givers[place] ?? 0)];
    const value = values[place] ?? null;
    return { of: { place }, cells: settings.by === "sum" ? cells : [...cells, value === null ? "" : exactText(value)] };
  });
  const stage: Stage = { said: [howScored(settings, total)], columns: columnsOf(settings), rows };
  return seatedTally(method, total, stage, seat(standing, settings.seats));
}

/** What decides: the sum, the mean of all ballots, or the mean of those with an opinion (null where nobody has one). */
function valueOf(sum: number, givers: number, ballots: number, { by, blank }: ScoreSettings): Fraction | null {
  if (by === "sum") return fraction(sum);
  const of = blank === "zero" ? ballots : givers;
  return of === 0 ? null : fraction(sum, of);
}

function orNothing(value: Fraction | null | undefined): Fraction {
  return value ?? fraction(0);
}

function columnsOf({ by }: ScoreSettings): readonly Column[] {
  const columns = [{ key: "decisions.method.column.sum" }, { key: "decisions.method.column.givers" }];
  return by === "sum" ? columns : [...columns, { key: "decisions.method.column.mean" }];
}

function howScored({ by, blank }: ScoreSettings, ballots: number): Said {
  if (by === "sum") return { key: "decisions.method.score.said.sums", values: { ballots } };
  return { key: `decisions.method.score.said.means.${blank}`, values: { ballots } };
}
