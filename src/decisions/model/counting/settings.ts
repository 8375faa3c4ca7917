import type { Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { lotOrder } from "../../../kernel/base/seeded.ts";
import type { MethodRefusal, Place } from "../../methods/method.ts";
import { mend } from "./ranking.ts";

/**
 * The members of settings as they came, those left out taken from the defaults; refuses `ranking-settings-unreadable` when they are no
 * object, or when one has a name that the method does not know. Every method of ranking knows how many options one ranks.
 */
export function readMembers<Settings extends { readonly [name: string]: Json | undefined }>(
  raw: Json,
  defaults: Settings,
): Result<{ readonly [name in keyof Settings]: Json }, MethodRefusal> {
  if (typeof raw !== "object" || raw === null || isList(raw)) return mend({ kind: "ranking-settings-unreadable" });
  const known = { fewest: 0, most: null, ...defaults };
  const strange = Object.keys(raw).find((name) => !Object.hasOwn(known, name));
  if (strange !== undefined) return mend({ kind: "ranking-settings-unreadable", given: strange });
  const given = Object.entries(raw).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return accepted({ ...defaults, ...Object.fromEntries(given) });
}

/** How many options are chosen, as a number or, as forms send it, in digits: at least one and fewer than there are; refuses `ranking-seats-out-of-range`. */
export function readSeats(raw: Json, options: readonly string[]): Result<number, MethodRefusal> {
  const most = Math.max(1, options.length - 1);
  const seats = typeof raw === "string" && /^\d{1,4}$/.test(raw) ? Number(raw) : raw;
  if (typeof seats === "number" && Number.isInteger(seats) && seats >= 1 && seats <= most) return accepted(seats);
  return mend({ kind: "ranking-seats-out-of-range", least: 1, most });
}

/**
 * The order in which options that tie are dealt with, if one is declared: each place once. Empty leaves it to the lot. Refuses
 * `ranking-tie-order-incomplete`.
 */
export function readTieOrder(raw: Json, options: readonly string[]): Result<readonly Place[], MethodRefusal> {
  if (!isList(raw)) return mend({ kind: "ranking-tie-order-incomplete" });
  const places = raw.filter((place) => typeof place === "number");
  const isWhole = options.every((_, place) => places.includes(place)) && raw.length === options.length;
  return raw.length === 0 || isWhole ? accepted(places) : mend({ kind: "ranking-tie-order-incomplete" });
}

/** The declared order, else the one that the lot gives for this seed. */
export function orderForTies(declared: readonly Place[], options: readonly string[], seed: string): readonly Place[] {
  return declared.length > 0 ? declared : lotOrder(options.length, seed);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
