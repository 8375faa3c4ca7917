import { mostFailures } from "../look-up/look.ts";
import type { Proof } from "../verification/proofs.ts";
import type { EvidenceFault } from "./step.ts";

/** What the account of a place said for it, and how it was found when it was last looked at. */
export interface Evidence {
  readonly accountUri: string;
  readonly saidAt: Temporal.Instant;
  /** When it was last seen to hold. */
  readonly checkedAt: Temporal.Instant;
  /** When it was last looked for. */
  readonly triedAt: Temporal.Instant;
  /** Looks in a row to which nobody answered. */
  readonly failures: number;
  readonly fault: EvidenceFault | undefined;
}

/** What a look at it came to; `away` says nothing of it, since nobody answered. */
export const evidenceFindings = ["holds", "gone", "unreadable", "not-in-force", "away"] as const;
export type EvidenceFinding = (typeof evidenceFindings)[number];

const day = { hours: 24 } as const;
const year = Temporal.Duration.from({ hours: 24 * 365 });
const month = Temporal.Duration.from({ hours: 24 * 30 });

/** For so long a vouch is good, and so long after a look the next one is due. */
export const goodForAYear = year;

/** What is said now, and was just seen to hold. */
export function freshEvidence(accountUri: string, now: Temporal.Instant): Evidence {
  return { accountUri, saidAt: now, checkedAt: now, triedAt: now, failures: 0, fault: undefined };
}

/** The evidence after a look: where nobody answers, five looks in a row count as one that failed. */
export function afterLook(evidence: Evidence, found: EvidenceFinding, now: Temporal.Instant): Evidence {
  switch (found) {
    case "holds":
      return { ...evidence, checkedAt: now, triedAt: now, failures: 0, fault: undefined };
    case "gone":
    case "unreadable":
    case "not-in-force":
      return { ...evidence, triedAt: now, failures: 0, fault: found };
    case "away": {
      const failures = evidence.failures + 1;
      const fault = evidence.fault ?? (failures < mostFailures ? undefined : "unreachable");
      return { ...evidence, triedAt: now, failures, fault };
    }
  }
}

/** When it is to be looked at again: a year after it held, the day after nobody answered, and monthly once it no longer holds. */
export function nextLookAt({ checkedAt, triedAt, failures, fault }: Evidence): Temporal.Instant {
  if (fault !== undefined) return triedAt.add(month);
  return failures > 0 ? triedAt.add(day) : checkedAt.add(year);
}

/** The account that speaks for a place now, and since when it was shown to. */
export interface Footing {
  readonly uri: string;
  readonly since: Temporal.Instant;
}

/** On what all that a place says of itself rests: its second level, while that stands. */
export function footingOf(proofs: readonly Proof[]): Footing | undefined {
  const proof = proofs.find(({ kind, state }) => kind === "account" && state === "proved");
  if (proof?.account === undefined || proof.provedAt === undefined) return undefined;
  return { uri: proof.account.uri, since: proof.provedAt };
}

/**
 * Whether what was said then still is the word of whoever speaks for the place: the same account said it, and has not been asked anew since. A domain
 * that changed hands proves its account again, and says everything again.
 */
export function restsOn(
  footing: Footing | undefined,
  said: { readonly accountUri: string; readonly saidAt: Temporal.Instant },
) {
  return footing?.uri === said.accountUri && Temporal.Instant.compare(said.saidAt, footing.since) >= 0;
}
