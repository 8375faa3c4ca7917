import type { Claim } from "../claims.ts";
import type { ChangeKind } from "./change.ts";
import { saidOf } from "./said.ts";

/** A change as it is told to programs, in the feed and in what is sent to those who follow. */
export function toldChange(
  origin: URL,
  change: {
    readonly number: number;
    readonly kind: ChangeKind;
    readonly at: Temporal.Instant;
    readonly entryId: string;
    readonly domain: string | undefined;
    readonly field: string | undefined;
    readonly claimId: string | undefined;
    readonly replaces: string | undefined;
    readonly claim: Claim | undefined;
  },
) {
  return {
    number: change.number,
    type: change.kind,
    at: change.at.toString(),
    entry: new URL(`/directory/${change.entryId}`, origin).href,
    domain: change.domain ?? null,
    field: change.field ?? null,
    claimId: change.claimId ?? null,
    replaces: change.replaces ?? null,
    claim: change.claim === undefined ? null : saidOf(change.claim),
  };
}
