/**
 * What can become of the directory, in the words of FIRES where it has them (https://fires.fedimod.org): an entry was added; something was
 * said of one of its fields, or is said otherwise by the same claimant now; what was said was taken back (`retraction`); the place
 * replies, or takes its reply back; a word is contested in a thread, or no longer; the place is no longer listed (`tombstone`).
 */
export const changeKinds = [
  "entry-added",
  "claim-said",
  "claim-replaced",
  "retraction",
  "reply-said",
  "reply-withdrawn",
  "contested",
  "contest-ended",
  "tombstone",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A number of a change as an address names it; `changeNumberFrom("12")` is 12, and what is none is 0: before the first. */
export function changeNumberFrom(typed: string | undefined): number {
  return /^\d{1,15}$/.test(typed ?? "") ? Number(typed) : 0;
}
