import type { Proof } from "../verification/proofs.ts";

/** What a place says to what is said of it, in its own words. One stands at a time; those before it are kept. */
export interface Reply {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  /** The account that spoke for the place then. */
  readonly account: { readonly uri: string; readonly handle: string };
  /** Undefined once whoever had that account has left. */
  readonly personId: string | undefined;
  readonly at: Temporal.Instant;
  /** When another took its place, or it was taken back. */
  readonly endedAt: Temporal.Instant | undefined;
}

/** Whether the account that said it still speaks for the place: a host that changed hands says so beside what was said before. */
export function stillSpeaks(reply: Pick<Reply, "account">, proofs: readonly Proof[]): boolean {
  return proofs.some(
    ({ kind, state, account }) => kind === "account" && state === "proved" && account?.uri === reply.account.uri,
  );
}
