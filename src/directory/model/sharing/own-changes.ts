import type { Claim } from "../claims.ts";
import type { ChangeKind } from "../open-data/change.ts";

/**
 * Whether a change is this directory's own to tell to those who follow it: not what it heard from others, which is theirs to say, and not that
 * an entry was added, of which nothing is said yet.
 */
export function isOurOwn(change: {
  readonly kind: ChangeKind;
  readonly claim: Claim | undefined;
  readonly replaces: string | undefined;
}): boolean {
  if (change.kind === "retraction" || change.kind === "tombstone") return true;
  return change.claim === undefined ? change.replaces !== undefined : change.claim.basis !== "heard";
}
