import { accepted, refused } from "../../kernel/base/result.ts";
import type { Result } from "../../kernel/base/result.ts";
import type { SlotId } from "./gathering.ts";
import type { ZoneGroup } from "./night.ts";
import { pickWakeful } from "./pick-wakeful.ts";
import type { RsvpAnswer } from "./rsvp.ts";
import type { Slot } from "./slots.ts";

/** One option of a native scheduling poll. Its name is fixed when the poll is sent: servers match votes by it, letter by letter. */
export interface NativeOption {
  readonly name: string;
  readonly chosen: SlotId | "none";
}

/** One option of a native RSVP poll. */
export interface NativeRsvpOption {
  readonly name: string;
  readonly answer: NativeRsvpAnswer;
}

/** The answers a native RSVP poll offers, in its order; a seat in the audience is asked for by reply or on the page. */
export type NativeRsvpAnswer = Exclude<RsvpAnswer, "audience">;

/** A slot with the ways to word it, each naming day, time and zone, the one liked best first; formatted by `i18n`. */
export interface WordedSlot {
  readonly slot: SlotId;
  readonly wordings: readonly string[];
}

/** No wording fits: every one is too long or the same for two slots. */
export interface LabelsRefusal {
  readonly kind: "no-wording-fits";
  readonly mostBytes: number;
}

/** The most slots in a native poll, and how many to take when nothing else is said. */
export const nativeSlots = { most: 7, usual: 5 } as const;

/** Length of an option's name in characters: what Mastodon gives its own polls, so that it is shown whole. */
const likedCharacters = 50;

/** Length of an option's name in octets of UTF-8: snac2 cuts or drops longer ones. */
const mostBytes = 60;

/**
 * The slots that a native poll asks about: those that cost the people asked least night, in order of time.
 *
 * With "none of these" that is at most eight options. See {@link pickWakeful}.
 */
export function slotsForNativePoll(
  slots: readonly Slot[],
  asked: readonly ZoneGroup[],
  most: number = nativeSlots.usual,
): readonly Slot[] {
  return pickWakeful(slots, asked, Math.min(most, nativeSlots.most));
}

/**
 * The options of a native scheduling poll, all worded alike, and "none of these" at the end.
 *
 * Takes the first wording that is at most 50 characters for every slot and different for each, else the first that is at most
 * 60 octets. Refuses `no-wording-fits`: the caller gave no wording short enough, or none that tells its slots apart.
 */
export function nativeOptions(
  slots: readonly WordedSlot[],
  noneOfThese: string,
): Result<readonly NativeOption[], LabelsRefusal> {
  const rounds = Math.min(...slots.map(({ wordings }) => wordings.length));
  const none: NativeOption = { name: canonicalName(noneOfThese), chosen: "none" };
  const candidates = Array.from({ length: slots.length === 0 ? 0 : rounds }, (_, round) => [
    ...slots.map(({ slot, wordings }) => ({ name: canonicalName(wordings[round] ?? ""), chosen: slot })),
    none,
  ]).filter(areDifferent);
  const isLiked = ({ name }: NativeOption) => name.length <= likedCharacters && fitsEverywhere(name);
  const options =
    candidates.find((all) => all.every(isLiked)) ??
    candidates.find((all) => all.every(({ name }) => fitsEverywhere(name)));
  return options === undefined ? refused({ kind: "no-wording-fits", mostBytes }) : accepted(options);
}

/** The options of a native RSVP poll in order, in the gathering's language. */
export function nativeRsvpOptions(words: Readonly<Record<NativeRsvpAnswer, string>>): readonly NativeRsvpOption[] {
  const order: readonly NativeRsvpAnswer[] = ["going", "maybe", "not-going"];
  return order.map((answer) => ({ name: canonicalName(words[answer]), answer }));
}

/**
 * The option that an incoming vote names, or null; only white space at the ends and the Unicode form may differ.
 *
 * Mastodon compares letter by letter, and so do we: a name that is nearly an option is somebody's reply, not a vote.
 */
export function optionNamed<Option extends { readonly name: string }>(
  options: readonly Option[],
  name: string,
): Option | null {
  return options.find((option) => option.name === canonicalName(name)) ?? null;
}

function areDifferent(options: readonly NativeOption[]): boolean {
  return new Set(options.map(({ name }) => name.toLowerCase())).size === options.length;
}

function fitsEverywhere(name: string): boolean {
  return name !== "" && new TextEncoder().encode(name).length <= mostBytes;
}

// Formatters put no-break and narrow spaces into times; some servers turn them into plain ones on the way.
function canonicalName(text: string): string {
  return text.normalize("NFC").replace(/\s/gu, " ").trim();
}
