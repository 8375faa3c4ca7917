import { canonicalJson, type Json } from "../../../kernel/base/canonical-json.ts";
import type { Counted } from "../../methods/method.ts";
import type { SpokenVoice } from "./handed-voices.ts";

/** Somebody who was spoken for, and what was counted for them. */
export interface SpokenBallot extends SpokenVoice {
  readonly ballot: Json;
}

/** What is counted besides the answers people on the list gave themselves; equal ballots once. */
export interface FurtherVoices {
  /** Of people on the list who were spoken for. */
  readonly proxied: readonly Counted<Json>[];
  /** Of guests who are counted with the rest. */
  readonly guests: readonly Counted<Json>[];
}

export const noFurtherVoices: FurtherVoices = { proxied: [], guests: [] };

/** Equal ballots once, with how many of them were spoken by somebody else, and how many are of guests. */
export interface CountedVoice extends Counted<Json> {
  readonly byProxy?: number;
  readonly byGuests?: number;
}

/** How many answers came in which way. */
export interface VoiceCounts {
  readonly byProxy: number;
  /** Written down by a steward, confirmed or not. */
  readonly byPhone: number;
  /** Of these, those that nobody confirmed. */
  readonly unconfirmed: number;
  /** Guests who are counted with the rest. */
  readonly guests: number;
  /** Guests who are heard, and not counted. */
  readonly advisory: number;
}

export const noVoiceCounts: VoiceCounts = { byProxy: 0, byPhone: 0, unconfirmed: 0, guests: 0, advisory: 0 };

/** Single ballots as equal ones, once each. */
export function counted(ballots: readonly Json[]): readonly Counted<Json>[] {
  const found = new Map<string, { readonly ballot: Json; count: number }>();
  for (const ballot of ballots) {
    const text = canonicalJson(ballot);
    const known = found.get(text);
    if (known === undefined) found.set(text, { ballot, count: 1 });
    else known.count += 1;
  }
  return [...found.values()];
}

/** How many ballots these are. */
export function sumOf(ballots: readonly Counted<Json>[]): number {
  return ballots.reduce((sum, { count }) => sum + count, 0);
}

/**
 * All that is counted: the answers people gave themselves with those of others beside them, in the order of what they say. Three of their own and
 * one by proxy that say the same are one of four, `byProxy` 1.
 */
export function allVoices(own: readonly Counted<Json>[], { proxied, guests }: FurtherVoices): readonly CountedVoice[] {
  if (proxied.length === 0 && guests.length === 0) return own;
  const byText = new Map<string, CountedVoice>();
  const add = ({ ballot, count }: Counted<Json>, name?: "byProxy" | "byGuests") => {
    const text = canonicalJson(ballot);
    const { count: before = 0, ...known } = byText.get(text) ?? {};
    const beside = name === undefined ? {} : { [name]: count };
    byText.set(text, { ...known, ballot, count: before + count, ...beside });
  };
  for (const one of own) add(one);
  for (const one of proxied) add(one, "byProxy");
  for (const one of guests) add(one, "byGuests");
  return [...byText].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, voice]) => voice);
}

/** In which ways answers came, as sentences to be said one after the other: message keys, each with its number. */
export function voiceSaid(counts: VoiceCounts): readonly { readonly key: string; readonly count: number }[] {
  return [
    { key: "decisions.voice.counted.by-proxy", count: counts.byProxy },
    { key: "decisions.voice.counted.by-phone", count: counts.byPhone },
    { key: "decisions.voice.counted.unconfirmed", count: counts.unconfirmed },
    { key: "decisions.voice.counted.guests", count: counts.guests },
    { key: "decisions.voice.counted.advisory", count: counts.advisory },
  ].filter(({ count }) => count > 0);
}
