import type { Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { concludeRanked } from "../../model/counting/conclusions.ts";
import { answerLimits, readLimits, type Limits } from "../../model/counting/limits.ts";
import { readStrictRanking, type Ranking } from "../../model/counting/ranking.ts";
import { orderForTies, readMembers, readSeats, readTieOrder } from "../../model/counting/settings.ts";
import { countByMeek } from "../../model/counting/meek.ts";
import type { Counted, MethodRefusal, MethodRules, Place, Question, Tally } from "../method.ts";

/** How many options one ranks, how many are chosen, and the order in which options that tie are defeated (empty: the lot decides). */
export type MeekStvSettings = Limits & {
  readonly seats: number;
  readonly tieOrder: readonly Place[];
};

/** Single transferable vote by Meek's method: who is elected keeps only the share of each ballot that it needs. See README.md. */
export const meekStvRules: MethodRules<MeekStvSettings, Ranking> = {
  id: "meek-stv",
  version: 2,
  options: { kind: "own", fewest: 2, most: 200 },
  defaults: { seats: 1, tieOrder: [] },
  limitsOf: answerLimits,
  readSettings,
  readBallot: readStrictRanking,
  count,
  conclude: (tally, { settings }) => concludeRanked(tally, settings.seats),
};

function readSettings(raw: Json, options: readonly string[]): Result<MeekStvSettings, MethodRefusal> {
  const members = readMembers(raw, meekStvRules.defaults);
  if (!members.ok) return members;
  const limits = readLimits(members.value, options);
  if (!limits.ok) return limits;
  const seats = readSeats(members.value.seats, options);
  if (!seats.ok) return seats;
  const tieOrder = readTieOrder(members.value.tieOrder, options);
  return tieOrder.ok ? accepted({ ...limits.value, seats: seats.value, tieOrder: tieOrder.value }) : tieOrder;
}

function count(question: Question<MeekStvSettings>, ballots: readonly Counted<Ranking>[], seed: string): Tally {
  const { options, settings } = question;
  const order = orderForTies(settings.tieOrder, options, seed);
  const counted = countByMeek(options.length, settings.seats, ballots, order);
  return { method: meekStvRules.id, version: meekStvRules.version, ...counted };
}
