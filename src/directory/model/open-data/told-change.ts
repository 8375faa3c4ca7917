import type { Claim } from "../claims.ts";
import type { ChangeKind } from "./change.ts";
import type { Reply } from "../replies/reply.ts";
import { repliedOf, saidOf } from "./said.ts";

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
    readonly reply: Reply | undefined;
    readonly threadId: string | undefined;
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
    reply: change.reply === undefined ? null : repliedOf(change.reply),
    thread: change.threadId === undefined ? null : new URL(`/threads/${change.threadId}`, origin).href,
  };
}
