import type { DomainProof, Look } from "../look-up/look.ts";
import { stepKinds, type Step } from "../ladder/step.ts";
import { mostFailures } from "../look-up/look.ts";

/** What can be proved: that whoever speaks for a place has its domain in hand (level 1), or the account its server names (level 2). */
export const proofKinds = ["domain", "account"] as const;
export type ProofKind = (typeof proofKinds)[number];

/** The level that a proof gives. */
export const levelOf = { domain: 1, account: 2 } as const satisfies Record<ProofKind, number>;

/** Why a proof is no longer good. */
export const staleReasons = ["gone", "unreachable", "another-account", "moved", "other-key"] as const;
export type StaleReason = (typeof staleReasons)[number];

/** `asked`: somebody began it; `proved`: it was shown; `stale`: it was shown once and is no longer. */
export type ProofState = "asked" | "proved" | "stale";

/** One proof of a place. */
export interface Proof {
  readonly kind: ProofKind;
  readonly state: ProofState;
  /** What the place has to show, or the account to say. */
  readonly code: string;
  readonly method: DomainProof | "contact-account" | undefined;
  /** Of level 2: the account that was asked. */
  readonly account: { readonly uri: string; readonly handle: string } | undefined;
  readonly askedAt: Temporal.Instant;
  readonly provedAt: Temporal.Instant | undefined;
  readonly checkedAt: Temporal.Instant | undefined;
  /** Checks in a row to which nobody answered. */
  readonly failures: number;
  readonly staleBecause: StaleReason | undefined;
}

/** A proof is looked at again after a month. */
const checkAgainAfter = Temporal.Duration.from({ hours: 24 * 30 });

/** When a proof that stands has to be looked at again. */
export function expiryOf({ checkedAt, provedAt }: Proof): Temporal.Instant | undefined {
  return (checkedAt ?? provedAt)?.add(checkAgainAfter);
}

/** What a check says of a proof. */
export type Verdict =
  | { readonly kind: "shown"; readonly method: DomainProof | "contact-account" }
  | { readonly kind: "not-shown"; readonly because: StaleReason }
  | { readonly kind: "no-answer" };

/** The proof after a check: what nobody answered is repeated before it counts. */
export function afterCheck(proof: Proof, verdict: Verdict, now: Temporal.Instant): Proof {
  switch (verdict.kind) {
    case "shown":
      return {
        ...proof,
        state: "proved",
        method: verdict.method,
        provedAt: proof.provedAt ?? now,
        checkedAt: now,
        failures: 0,
        staleBecause: undefined,
      };
    case "not-shown":
      if (proof.state === "asked") return { ...proof, failures: 0 };
      return { ...proof, state: "stale", checkedAt: now, failures: 0, staleBecause: verdict.because };
    case "no-answer": {
      const failures = proof.failures + 1;
      if (proof.state !== "proved" || failures < mostFailures) return { ...proof, failures };
      return { ...proof, state: "stale", checkedAt: now, failures, staleBecause: "unreachable" };
    }
  }
}

/** Whether a look shows the code of a domain's proof. */
export function domainVerdict({ code }: Proof, look: Look): Verdict {
  const shown = look.shown.find((one) => one.code === code);
  if (shown !== undefined) return { kind: "shown", method: shown.by };
  if (look.outcome === "unreachable" || !look.sawAllWays) return { kind: "no-answer" };
  return { kind: "not-shown", because: "gone" };
}

/** An account as its own server describes it now. */
export interface SeenAccount {
  readonly uri: string;
  readonly handle: string;
  readonly hasMoved: boolean;
  /** When it showed another key than it had before. */
  readonly keyChangedAt: Temporal.Instant | undefined;
}

/** What is known now of the account that a server names as its contact: `none` where it names none, `no-answer` where nobody says. */
export type ContactNow = SeenAccount | "none" | "no-answer";

/**
 * Whether the account that proved a place's second level still speaks for it: it is still the one the server names, it has not moved, and
 * it has the key it had then; a domain that changes hands does not keep the level.
 */
export function accountVerdict({ account, provedAt }: Proof, contact: ContactNow): Verdict {
  if (contact === "no-answer" || account === undefined) return { kind: "no-answer" };
  if (contact === "none") return { kind: "not-shown", because: "gone" };
  if (contact.uri !== account.uri) return { kind: "not-shown", because: "another-account" };
  if (contact.hasMoved) return { kind: "not-shown", because: "moved" };
  if (isLater(contact.keyChangedAt, provedAt)) return { kind: "not-shown", because: "other-key" };
  return { kind: "shown", method: "contact-account" };
}

/** Whether a key changed after an instant; false where it never did. */
export function isLater(changedAt: Temporal.Instant | undefined, than: Temporal.Instant | undefined): boolean {
  if (changedAt === undefined) return false;
  return than === undefined || Temporal.Instant.compare(changedAt, than) > 0;
}

/** By what entries are found: what stands proved, `stale` where something was, `listed` where nothing ever was. */
export const verifiedAnswers = ["domain", "account", ...stepKinds, "stale", "listed"] as const;
export type VerifiedAnswer = (typeof verifiedAnswers)[number];

/** What an entry has shown, or no longer shows: a proof, or a step above it. */
export type Shown = Pick<Proof | Step, "kind" | "state">;

/** The answers of an entry that has shown this; never none. */
export function verifiedAs(shown: readonly Shown[]): readonly VerifiedAnswer[] {
  const proved = shown.filter(({ state }) => state === "proved").map(({ kind }) => kind);
  if (proved.length > 0) return proved;
  return shown.some(({ state }) => state === "stale") ? ["stale"] : ["listed"];
}
