import { goodForAYear, restsOn, type Footing } from "./evidence.ts";
import type { Piece } from "./step.ts";

/** Most characters of why a place vouches and of what the other replies, and most places that one vouches for at a time. */
export const vouchBounds = { note: 500, reply: 500, given: 50, had: 100 } as const;

/** A place that says of another that it is what it says. */
export interface Vouch {
  readonly id: string;
  readonly by: { readonly entryId: string; readonly name: string; readonly domain: string };
  readonly note: string;
  readonly accountUri: string;
  /** Who had that account then; undefined once they wished to be forgotten. */
  readonly personId: string | undefined;
  readonly saidAt: Temporal.Instant;
  /** What the vouched-for place replies; empty for nothing. */
  readonly reply: string;
  /** Whether it does not want to be vouched for by that one. */
  readonly isDeclined: boolean;
}

/** When a vouch is over. */
export function endOfVouch({ saidAt }: Pick<Vouch, "saidAt">): Temporal.Instant {
  return saidAt.add(goodForAYear);
}

interface Parties {
  /** The account that speaks for the place that vouches, now. */
  readonly voucher: Footing | undefined;
  /** The account that speaks for the vouched-for place, now, and who has it. */
  readonly vouchedFor: Footing | undefined;
}

/** How one vouch stands now, looked at alone. */
function pieceOfVouch(vouch: Vouch, { voucher, vouchedFor }: Parties, now: Temporal.Instant): Piece {
  const expiresAt = endOfVouch(vouch);
  const piece = { checkedAt: vouch.saidAt, expiresAt };
  // The place that was vouched for is whoever spoke for it then.
  const isSamePlace = vouchedFor !== undefined && Temporal.Instant.compare(vouchedFor.since, vouch.saidAt) <= 0;
  if (!isSamePlace || !restsOn(voucher, vouch)) return { ...piece, fault: "no-account" };
  if (vouch.isDeclined) return { ...piece, fault: "too-few" };
  return { ...piece, fault: Temporal.Instant.compare(expiresAt, now) <= 0 ? "expired" : undefined };
}

/**
 * The pieces of all vouches for a place. Nobody counts twice, whatever number of places they speak for, and whoever speaks for the place itself does not count:
 * `own` is the person who does.
 */
export function piecesOfVouches(
  vouches: readonly { readonly vouch: Vouch; readonly voucher: Footing | undefined }[],
  vouchedFor: (Footing & { readonly personId: string | undefined }) | undefined,
  now: Temporal.Instant,
): readonly Piece[] {
  const counted = new Set([`account ${vouchedFor?.uri}`, `person ${vouchedFor?.personId}`]);
  return vouches.map(({ vouch, voucher }) => {
    const piece = pieceOfVouch(vouch, { voucher, vouchedFor }, now);
    if (piece.fault !== undefined) return piece;
    const names = [
      `account ${vouch.accountUri}`,
      ...(vouch.personId === undefined ? [] : [`person ${vouch.personId}`]),
    ];
    if (names.some((name) => counted.has(name))) return { ...piece, fault: "too-few" };
    for (const name of names) counted.add(name);
    return piece;
  });
}
