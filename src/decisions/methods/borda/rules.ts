import type { Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { fraction } from "../../../kernel/base/fraction.ts";
import { concludeRanked } from "../../model/counting/conclusions.ts";
import { answerLimits, readLimits, type Limits } from "../../model/counting/limits.ts";
import { mend, readRanking, type Ranking } from "../../model/counting/ranking.ts";
import { readMembers, readSeats } from "../../model/counting/settings.ts";
import { levelsOf, takeLevels } from "../../model/counting/take-by-order.ts";
import type { Counted, MethodRefusal, MethodRules, Place, Question, Row, Said, Stage, Tally } from "../method.ts";

/** How many options one ranks, how many of the best are chosen, and how points are given on ballots that leave options out. */
export type BordaSettings = Limits & {
  readonly seats: number;
  readonly truncated: "tournament" | "average" | "modified";
};

/** The Borda count: points by rank; what a ballot that leaves options out is worth is named by the settings. See README.md. */
export const bordaRules: MethodRules<BordaSettings, Ranking> = {
  id: "borda",
  version: 1,
  options: { kind: "own", fewest: 2, most: 200 },
  defaults: { seats: 1, truncated: "average" },
  limitsOf: answerLimits,
  readSettings,
  readBallot: readRanking,
  count,
  conclude: (tally, { settings }) => concludeRanked(tally, settings.seats),
};

function readSettings(raw: Json, options: readonly string[]): Result<BordaSettings, MethodRefusal> {
  const members = readMembers(raw, bordaRules.defaults);
  if (!members.ok) return members;
  const limits = readLimits(members.value, options);
  if (!limits.ok) return limits;
  const seats = readSeats(members.value.seats, options);
  if (!seats.ok) return seats;
  const { truncated } = members.value;
  if (truncated === "tournament" || truncated === "average" || truncated === "modified")
    return accepted({ ...limits.value, seats: seats.value, truncated });
  return mend({ kind: "ranking-settings-unreadable", given: "truncated" });
}

function count({ options, settings }: Question<BordaSettings>, ballots: readonly Counted<Ranking>[]): Tally {
  const halves = halfPoints(options.length, settings.truncated, ballots);
  const total = ballots.reduce((sum, { count }) => sum + count, 0);
  const head = { method: bordaRules.id, version: bordaRules.version, ballots: total };
  if (ballots.every(({ ballot }) => ballot.length === 0)) {
    const said = [{ key: "decisions.method.ranked.said.no-preferences" }];
    return { ...head, elected: [], stages: [tellPoints(halves, [], said)], ties: [] };
  }
  const levels = levelsOf(options.length, (one, other) => (halves[one] ?? 0) > (halves[other] ?? 0));
  const taken = takeLevels(levels, settings.seats, 0);
  return { ...head, ...taken, stages: [tellPoints(halves, taken.elected, sentences(settings, levels))] };
}

/** The points of each option, counted in halves, since equal ranks share points. */
function halfPoints(
  options: number,
  rule: BordaSettings["truncated"],
  ballots: readonly Counted<Ranking>[],
): Float64Array {
  const halves = new Float64Array(options);
  for (const { ballot, count } of ballots) {
    let named = 0;
    for (const rank of ballot) named += rank.length;
    let below = rule === "modified" ? named : options;
    for (const rank of ballot) {
      below -= rank.length;
      const points = halvesAt(rule, below, rank.length) * count;
      for (const place of rank) halves[place] = (halves[place] ?? 0) + points;
    }
    if (rule === "average" && named < options) addToLeftOut(halves, ballot, (options - named - 1) * count);
  }
  return halves;
}

/** Half points at a rank: two for each option below, one for each equal where equals share, and two more for being named at all. */
function halvesAt(rule: BordaSettings["truncated"], below: number, atRank: number): number {
  if (rule === "tournament") return 2 * below;
  return 2 * below + (atRank - 1) + (rule === "modified" ? 2 : 0);
}

function addToLeftOut(halves: Float64Array, ballot: Ranking, points: number): void {
  const named = new Set(ballot.flat());
  for (const place of halves.keys()) if (!named.has(place)) halves[place] = (halves[place] ?? 0) + points;
}

function sentences({ truncated }: BordaSettings, levels: readonly (readonly Place[])[]): readonly Said[] {
  const said: Said[] = [{ key: `decisions.method.borda.said.${truncated}` }];
  let rank = 1;
  for (const level of levels) {
    said.push({ key: "decisions.method.ranked.said.level", values: { rank }, places: { options: level } });
    rank += level.length;
  }
  return said;
}

function tellPoints(halves: Float64Array, elected: readonly Place[], said: readonly Said[]): Stage {
  const rows = Array.from(halves, (half, place): Row => {
    const row = { of: { place }, cells: [pointsText(half)] };
    return elected.includes(place) ? { ...row, standing: "elected" } : row;
  });
  return { said, columns: [{ key: "decisions.method.ranked.column.points" }], rows };
}

/** `pointsText(7)` is `7/2`, `pointsText(8)` is `4`. */
function pointsText(halves: number): string {
  const { numerator, denominator } = fraction(halves, 2);
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}
