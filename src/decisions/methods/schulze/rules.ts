import type { Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { concludeRanked } from "../../model/counting/conclusions.ts";
import { answerLimits, readLimits, type Limits } from "../../model/counting/limits.ts";
import { countPairs, preferNothing, preferring, tellPairs, tellTable, type Pairs } from "../../model/counting/pairs.ts";
import { readRanking, type Ranking } from "../../model/counting/ranking.ts";
import { readMembers, readSeats } from "../../model/counting/settings.ts";
import { levelsOf, takeLevels } from "../../model/counting/take-by-order.ts";
import type { Counted, MethodRefusal, MethodRules, Place, Question, Said, Stage, Tally } from "../method.ts";

/** How many options one ranks, how many of the best are chosen. */
export type SchulzeSettings = Limits & { readonly seats: number };

/** Schulze's method: every option against every other, by the strength of the strongest paths of winning votes. See README.md. */
export const schulzeRules: MethodRules<SchulzeSettings, Ranking> = {
  id: "schulze",
  version: 1,
  options: { kind: "own", fewest: 2, most: 100 },
  defaults: { seats: 1 },
  limitsOf: answerLimits,
  readSettings,
  readBallot: readRanking,
  count,
  conclude: (tally, { settings }) => concludeRanked(tally, settings.seats),
};

function readSettings(raw: Json, options: readonly string[]): Result<SchulzeSettings, MethodRefusal> {
  const members = readMembers(raw, schulzeRules.defaults);
  if (!members.ok) return members;
  const limits = readLimits(members.value, options);
  if (!limits.ok) return limits;
  const seats = readSeats(members.value.seats, options);
  return seats.ok ? accepted({ ...limits.value, seats: seats.value }) : seats;
}

function count({ options, settings }: Question<SchulzeSettings>, ballots: readonly Counted<Ranking>[]): Tally {
  const pairs = countPairs(options.length, ballots);
  const head = { method: schulzeRules.id, version: schulzeRules.version, ballots: pairs.ballots };
  if (preferNothing(pairs)) {
    const said = [{ key: "decisions.method.ranked.said.no-preferences" }];
    return { ...head, elected: [], stages: [{ ...tellPairs(pairs), said }], ties: [] };
  }
  const strengths = strongestPaths(pairs);
  const beats = (one: Place, other: Place) => preferring(strengths, one, other) > preferring(strengths, other, one);
  const levels = levelsOf(options.length, beats);
  const taken = takeLevels(levels, settings.seats, 1);
  return { ...head, ...taken, stages: [tellPairs(pairs), tellPaths(strengths, taken.elected, levels)] };
}

/**
 * The strength of the strongest path from each option to each other: a path is as strong as its weakest step, a step as strong as the
 * votes of those who prefer its beginning, if they are more than those who prefer its end (Schulze 2011, section 2.3.1; winning votes).
 */
function strongestPaths(pairs: Pairs): Pairs {
  const { options } = pairs;
  const strength = new Float64Array(options * options);
  for (let one = 0; one < options; one++) {
    for (let other = 0; other < options; other++) {
      const votes = preferring(pairs, one, other);
      if (votes > preferring(pairs, other, one)) strength[one * options + other] = votes;
    }
  }
  for (let over = 0; over < options; over++) {
    for (let from = 0; from < options; from++) {
      const first = strength[from * options + over] ?? 0;
      // No path leads there, and least of all from an option to itself.
      if (first === 0) continue;
      for (let to = 0; to < options; to++) {
        const then = strength[over * options + to] ?? 0;
        const path = first < then ? first : then;
        if (to !== from && path > (strength[from * options + to] ?? 0)) strength[from * options + to] = path;
      }
    }
  }
  return { ...pairs, preferred: strength };
}

function tellPaths(strengths: Pairs, elected: readonly Place[], levels: readonly (readonly Place[])[]): Stage {
  const said: Said[] = [{ key: "decisions.method.schulze.said.paths" }];
  let rank = 1;
  for (const level of levels) {
    said.push({ key: "decisions.method.ranked.said.level", values: { rank }, places: { options: level } });
    rank += level.length;
  }
  const table = tellTable(strengths.options, strengths.preferred, said);
  const rows = table.rows.map((row) => {
    const isElected = "place" in row.of && elected.includes(row.of.place);
    return isElected ? { ...row, standing: "elected" as const } : row;
  });
  return { ...table, rows };
}
